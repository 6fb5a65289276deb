import { expect, test } from 'vitest'
import { roles } from '../kernel/access/roles.ts'
import {
  actorAt,
  communityOfficers,
  demonstrationLogins,
  officerOf,
  officers,
  shownFactory,
  shownStation,
  streetOfficers,
} from './officers.ts'

test('every role but the visitor and the system has somebody who opens the demonstration', () => {
  const held = new Set(demonstrationLogins.map(({ role }) => role))
  expect([...held].sort()).toEqual(
    Object.keys(roles)
      .filter((role) => role !== 'visitor' && role !== 'system')
      .sort(),
  )
})

test('a user name belongs to one person and fits the accounts', () => {
  const names = demonstrationLogins.map(({ username }) => username)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_.]{2,29}$/)
})

test('李敏 looks after 平湖, and every street and community has its officer', () => {
  expect(officerOf('440307.003.')).toMatchObject({ name: '李敏', role: 'street_officer', orgName: '平湖街道总工会' })
  expect(streetOfficers).toHaveLength(11)
  expect(communityOfficers).toHaveLength(111)
  expect(officerOf('440307.003.008.E00012.').orgPath).toBe('440307.003.008.')
  expect(actorAt('440307.003.008.')).toMatchObject({
    role: 'community_officer',
    orgPath: '440307.003.008.',
    federationId: '440307',
  })
  expect(() => officerOf('440307.')).toThrow('no officer')
})

test('an administrator holds no business post, a worker no post at all', () => {
  for (const { role, postId } of officers) expect(postId === null).toBe(role === 'worker')
  expect(new Set(officers.map(({ name, role }) => `${name} ${role}`)).size).toBeGreaterThan(officers.length - 5)
})

test('the factory and the station that are shown are in 平湖 and have unions of their own', () => {
  for (const { community, union } of [shownFactory, shownStation]) {
    expect(community.street.name).toBe('平湖')
    expect(union!.form).not.toBe('joint')
  }
})
