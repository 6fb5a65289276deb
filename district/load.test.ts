import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKeys } from '../kernel/crypto/keys.ts'
import { type BlindKind, createSealer } from '../kernel/crypto/seal.ts'
import type { Database } from '../kernel/db/database.ts'
import { testDatabase } from '../kernel/testing/database.ts'
import { castPersonRow, castPostRows } from './cast.ts'
import { allEnterprises } from './enterprises.ts'
import type { BulkRow } from './insert.ts'
import { isDistrictLoaded, loadDistrict } from './load.ts'
import { officers } from './officers.ts'
import { personAt } from './persons.ts'
import { enterpriseRow, orgRows, personRow } from './rows.ts'
import { codeRows } from './tree.ts'

const sealer = createSealer(freshKeys())
/** The first two thousand workers stand for all of them: two hundred and sixty thousand take half a minute. */
const some = { persons: 2_000 }

let db: Database
beforeAll(async () => {
  db = await testDatabase()
}, 60_000)
afterAll(() => db.close())

/** Ciphertexts differ each time they are made; whatever else a row leaves out is empty. */
function digestOf(rows: readonly { [column: string]: unknown }[], columns: readonly string[], by: string): string {
  const lines = rows.map((row) => [row[by], ...columns.map((column) => row[column] ?? null)].join('|'))
  return `${rows.length} ${createHash('sha256').update(lines.sort().join()).digest('hex')}`
}

const COMPARED = {
  orgs: 'parent_id path kind code name short_name initials grade form credit_code sort founded_on valid_from'.split(
    ' ',
  ),
  enterprises:
    'org_path union_id credit_code name initials industry headcount headcount_on life is_new_form address opened_on closed_on'.split(
      ' ',
    ),
  persons:
    'org_path name initials id_number_index phone_index sex birth_on enterprise_id union_id occupation collected_on verified_on joined_on left_on'.split(
      ' ',
    ),
  posts: 'person_id org_id org_path role title valid_from'.split(' '),
  org_codes: 'org_id system valid_from valid_to'.split(' '),
} as const

const asMade = (): Record<keyof typeof COMPARED, readonly BulkRow[]> => ({
  orgs: orgRows(),
  enterprises: allEnterprises().map(enterpriseRow),
  persons: [
    ...Array.from({ length: some.persons }, (_, n) => personRow(personAt(n), sealer)),
    ...officers.map((officer) => castPersonRow(officer, sealer)),
  ],
  posts: officers.flatMap(castPostRows),
  org_codes: codeRows(),
})

async function expectAsMade() {
  for (const [table, rows] of Object.entries(asMade()) as [keyof typeof COMPARED, readonly BulkRow[]][]) {
    const by = table === 'org_codes' ? 'code' : 'id'
    const found = await db.owner.selectFrom(table).selectAll().where('federation_id', '=', '440307').execute()
    expect(digestOf(found, COMPARED[table], by), table).toBe(digestOf(rows, COMPARED[table], by))
  }
}

test('a load broken off twice and carried on gives exactly the rows that were made, and counts to the end', async () => {
  for (const limit of [7_000, 46_500]) {
    const onProgress = (done: number) => {
      if (done > limit) throw new Error('the power went')
    }
    await expect(loadDistrict(db, sealer, { ...some, onProgress })).rejects.toThrow('the power went')
  }
  const told: [number, number, string][] = []
  await loadDistrict(db, sealer, { ...some, onProgress: (...step) => told.push(step) })
  await expectAsMade()
  const total = 4_964 + 41_000 + some.persons + officers.length
  expect(told.at(-1)).toEqual([total, total, '工会干部'])
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b))
  expect([...new Set(told.map(([, , label]) => label))]).toEqual(['工会组织', '企业', '职工', '工会干部'])
}, 60_000)

test('loading again changes nothing, and part of the workers is not yet the whole district', async () => {
  await loadDistrict(db, sealer, some)
  await expectAsMade()
  expect(await isDistrictLoaded(db)).toBe(false)
}, 60_000)

test('a failure inside a chunk leaves nothing of that chunk', async () => {
  const rows = db.owner.selectFrom('persons').select('id').where('federation_id', '=', '440307')
  const before = (await rows.execute()).length
  const taken = personAt(1_000)
  const faulty = {
    ...sealer,
    blindIndex: (kind: BlindKind, value: string) =>
      sealer.blindIndex(kind, value === personAt(2_999).idNumber ? taken.idNumber : value),
  }
  await expect(loadDistrict(db, faulty, { persons: 3_000 })).rejects.toThrow('persons_id_number')
  expect((await rows.execute()).length).toBe(before)
}, 60_000)

test('the figures of 2023 that the registry alone decides come out of the database', async () => {
  const founded = await db.owner
    .selectFrom('orgs')
    .select((eb) => ['form', eb.fn.countAll<number>().as('count')])
    .where('federation_id', '=', '440307')
    .where('kind', '=', 'enterprise')
    .where('founded_on', '>=', '2023-01-01')
    .where('founded_on', '<=', '2023-12-31')
    .groupBy('form')
    .orderBy('form')
    .execute()
  expect(founded).toEqual([
    { form: 'new_form', count: 167 },
    { form: 'single', count: 83 },
  ])
  const bands = await db.owner
    .selectFrom('enterprises')
    .select((eb) => ['band', eb.fn.countAll<number>().as('alive'), eb.fn.count<number>('union_id').as('covered')])
    .where('federation_id', '=', '440307')
    .where('life', '=', 'alive')
    .groupBy('band')
    .execute()
  expect(bands.find(({ band }) => band === '100+')).toEqual({ band: '100+', alive: 884, covered: 884 })
  expect(bands.find(({ band }) => band === '25-99')).toEqual({ band: '25-99', alive: 5_108, covered: 4_812 })
})

test('a worker stands in the database as made, number and phone encrypted and found by their index', async () => {
  const person = personAt(1_234)
  const row = await db.owner
    .selectFrom('persons')
    .selectAll()
    .where('federation_id', '=', '440307')
    .where('id_number_index', '=', sealer.blindIndex('id', person.idNumber))
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    id: person.id,
    name: person.name,
    org_path: person.orgPath,
    collected_on: person.collectedOn,
    joined_on: person.joinedOn,
  })
  expect(sealer.open(row.phone_sealed!, `persons.phone:${person.id}`)).toBe(person.phone)
})
