import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingOf } from '../kernel/access/actor.ts'
import { freshKeys } from '../kernel/crypto/keys.ts'
import { createSealer, type Sealer } from '../kernel/crypto/seal.ts'
import { type Database, inTransaction } from '../kernel/db/database.ts'
import { checkIdNumber, checkPhone } from '../kernel/people/identity.ts'
import { testDatabase } from '../kernel/testing/database.ts'
import { loadSmall, type SmallPerson, small, smallPeople } from './small.ts'

let db: Database
let sealer: Sealer
let took: number

beforeAll(async () => {
  db = await testDatabase()
  sealer = createSealer(freshKeys())
  const start = performance.now()
  await loadSmall(db, sealer)
  took = performance.now() - start
})
afterAll(() => db.close())

const seenBy = (person: SmallPerson) =>
  inTransaction(db, standingOf(person.actor), async (tx) => ({
    people: (await tx.selectFrom('persons').select('id').execute()).map(({ id }) => id),
    firms: (await tx.selectFrom('enterprises').select('id').execute()).map(({ id }) => id),
    posts: (await tx.selectFrom('posts').select('id').execute()).length,
  }))

test('three streets, nine communities, twenty firms and a neighbour stand in a moment', async () => {
  const count = async (table: 'orgs' | 'enterprises' | 'persons', federation: string) =>
    (await db.owner.selectFrom(table).select('id').where('federation_id', '=', federation).execute()).length
  expect(await count('enterprises', '440307')).toBe(20)
  expect(await count('enterprises', '440306')).toBe(1)
  expect(await count('persons', '440307')).toBe(smallPeople.length - 2)
  const kinds = await db.owner
    .selectFrom('orgs')
    .select(['kind', 'path'])
    .where('federation_id', '=', '440307')
    .execute()
  expect(kinds.filter(({ kind }) => kind === 'street')).toHaveLength(3)
  expect(kinds.filter(({ kind }) => kind === 'community')).toHaveLength(9)
  expect(took).toBeLessThan(2_000)
})

test('李敏 sees the people of 平湖 and nobody of 龙城', async () => {
  const { people } = await seenBy(small.officerLi)
  expect(people).toContain(small.riderZhang.id)
  expect(people).toContain(small.riderChen.id)
  expect(people).not.toContain(small.workerPan.id)
})

test('王芳 of the district sees all three streets but never 宝安', async () => {
  const { people, firms } = await seenBy(small.officerWang)
  for (const person of [small.riderZhang, small.workerLuo, small.workerPan]) expect(people).toContain(person.id)
  expect(people).not.toContain(small.other.worker.id)
  expect(firms).not.toContain(small.other.firm.id)
})

test('the officer of 宝安 sees the one worker there and nobody of 龙岗', async () => {
  const { people, firms } = await seenBy(small.other.officer)
  expect(people.sort()).toEqual([small.other.officer.id, small.other.worker.id].sort())
  expect(firms).toEqual([small.other.firm.id])
})

test('a worker, a mediator and an administrator see only themselves', async () => {
  for (const person of [small.riderZhang, small.mediatorLin, small.systemAdmin]) {
    expect((await seenBy(person)).people).toEqual([person.id])
  }
})

test('小陈 rides for the station and belongs to the community until joining', async () => {
  const { id, phone, idNumber } = small.riderChen
  const row = await db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    union_id: null,
    joined_on: null,
    org_path: small.bainikeng.path,
    enterprise_id: small.station.id,
    initials: 'cxb',
  })
  expect(row.phone_index).toBe(sealer.blindIndex('phone', phone))
  expect(sealer.open(row.id_number_sealed!, `persons.id_number:${id}`)).toBe(idNumber)
})

test('everybody has numbers that pass the checks and nobody shares one', () => {
  for (const { idNumber, phone, sex } of smallPeople) {
    expect(checkIdNumber(idNumber, '2024-01-01')).toMatchObject({ ok: true, sex })
    expect(checkPhone(phone).ok).toBe(true)
  }
  for (const of of ['idNumber', 'phone', 'personId', 'accountId', 'name'] as const) {
    expect(new Set(smallPeople.map((person) => person[of])).size).toBe(smallPeople.length)
  }
})
