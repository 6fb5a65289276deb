import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSmall, small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { testDatabase } from '../testing/database.ts'
import { asOwner, type Database, inTransaction, type Standing } from './database.ts'
import { preparedNames } from './prepared.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
  await loadSmall(db)
})
afterAll(() => db.close())

describe('a statement is kept', () => {
  const nameOf = preparedNames()
  test('under one name, which another process would give it too', () => {
    const text = 'select "a" from "t" where "id" = $1'
    expect(nameOf(text)).toBe(nameOf(text))
    expect(preparedNames()(text)).toBe(nameOf(text))
    expect(nameOf(text)).toMatch(/^nf_[0-9a-f]{32}$/)
    expect(nameOf(text)).not.toBe(nameOf('select "b" from "t" where "id" = $1'))
  })

  test.each([
    ['it asks for a range', 'select "a" from "t" where "path" >= $1 and "path" < $2'],
    ['it lists values', 'select "a" from "t" where "id" in ($1, $2)'],
    ['it holds an array against a column', 'select "a" from "t" where "id" = any($1)'],
    ['it asks for a pattern', 'select "a" from "t" where "name" like $1'],
    ['it takes whatever columns there are', 'select * from "t" where "id" = $1'],
    ['it loads many rows', `insert into "t" values ${'($1, $2), '.repeat(1000)}`],
  ])('but not when %s', (_reason, text) => {
    expect(nameOf(text)).toBeUndefined()
  })

  test('only so long as there are not too many', () => {
    const few = preparedNames()
    const names = Array.from({ length: 1_200 }, (_, n) => few(`select ${n} where "id" = $1`))
    expect(names.filter(Boolean)).toHaveLength(1_000)
    expect(few('select 7 where "id" = $1')).toBe(names[7])
  })
})

describe('a kept plan', () => {
  const seen = (standing: Standing) =>
    inTransaction(db, standing, async (tx) => {
      const rows = await tx
        .selectFrom('persons')
        .select('id')
        .where('federation_id', '=', small.federationId)
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    })

  test('shows each officer what is hers, however often and in whatever turn they and the owner ask', async () => {
    const li = standingOf(small.officerLi.actor)
    const nobody = { ...li, scope: '', personId: '', accountId: '' }
    const hers = await seen(li)
    expect(hers.length).toBeGreaterThan(0)
    for (let turn = 0; turn < 12; turn++) {
      expect(await seen(li)).toEqual(hers)
      expect(await seen(nobody)).toEqual([])
      const all = await asOwner(db, (tx) =>
        tx.selectFrom('persons').select('id').where('federation_id', '=', small.federationId).orderBy('id').execute(),
      )
      expect(all.length).toBeGreaterThan(hers.length)
    }
  })

  test('that a table outgrew fails one request at most on its connection', async () => {
    await sql`create table shelf (id integer primary key, size integer)`.execute(db.owner)
    await sql`insert into shelf values (1, 7)`.execute(db.owner)
    const size = async () =>
      (await asOwner(db, (tx) => sql<{ size: unknown }>`select size from shelf where id = ${1}`.execute(tx))).rows[0]
        ?.size
    for (let turn = 0; turn < 8; turn++) expect(await size()).toBe(7)
    await sql`alter table shelf alter column size type text`.execute(db.owner)
    await size().catch(() => {})
    expect(await size()).toBe('7')
  })
})
