import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { definePermissions, endOf, isUnder, isWithin, mayAct, type Reach, requireReach } from './permissions.ts'

const code = fc.stringMatching(/^[0-9A-Za-z]{1,4}$/)
const path = fc.array(code, { minLength: 1, maxLength: 5 }).map((codes) => `${codes.join('.')}.`)
const record = {
  org_path: small.bainikeng.path,
  unit_path: small.pinghu.path,
  owner_id: small.riderZhang.id,
  assignee_id: small.mediatorLin.id,
}

describe('reach', () => {
  test.each([
    ['own', small.riderZhang, true],
    ['own', small.riderChen, false],
    ['assigned', small.mediatorLin, true],
    ['assigned', small.mediatorGao, false],
    ['unit', small.officerLi, true],
    ['unit', small.officerYe, false],
    ['subtree', small.officerLi, true],
    ['subtree', small.clerks.bainikeng, true],
    ['subtree', small.officerYe, false],
    ['all', small.officerWang, true],
  ] as const)('%s of %o', (reach, person, expected) => {
    expect(isWithin(reach, person.actor, record)).toBe(expected)
  })

  test('nobody reaches anything by being nobody', () => {
    for (const reach of ['own', 'assigned', 'unit', 'subtree', 'all'] as Reach[]) {
      expect(isWithin(reach, small.visitor, { ...record, owner_id: null, assignee_id: null })).toBe(false)
    }
  })

  test('who may act may also see', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Reach>('own', 'assigned', 'unit', 'subtree', 'all'),
        path,
        path,
        path,
        (reach, orgPath, place, unit) => {
          const actor = { ...small.officerLi.actor, orgPath }
          const row = { ...record, org_path: place, unit_path: unit }
          return !mayAct(reach, actor, row) || isWithin(reach, actor, row)
        },
      ),
    )
  })

  test('a path lies under a union exactly when it lies in the half-open range the database uses', () => {
    fc.assert(fc.property(path, path, (child, root) => isUnder(child, root) === (child >= root && child < endOf(root))))
    fc.assert(fc.property(path, code, (root, next) => isUnder(`${root}${next}.`, root)))
  })

  test('without the permission a visitor is asked to sign in and an officer is told who to ask', () => {
    const permissions = definePermissions({ 'x.read': { street_officer: 'subtree' } })
    expect(() => requireReach(permissions, 'x.read', small.visitor)).toThrow('请先登录')
    expect(() => requireReach(permissions, 'x.read', small.mediatorLin.actor)).toThrow('没有这项权限')
    expect(requireReach(permissions, 'x.read', small.officerLi.actor)).toBe('subtree')
  })
})
