import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSmall, small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { testDatabase } from '../testing/database.ts'
import { asOwner, type Database, inTransaction } from './database.ts'
import { collectMigrations, migrate } from './migrate.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
  await loadSmall(db)
})
afterAll(() => db.close())

const asLi = standingOf(small.officerLi.actor)

describe('both engines read alike', () => {
  test('int8 is a number, a day is text, an instant is an ISO string', async () => {
    const row = await asOwner(db, (tx) =>
      sql<
        Record<string, unknown>
      >`select 9007199254740991::int8 as big, date '2026-01-05' as day, timestamptz '2026-01-05 09:00:00.12+08' as at, 1.5::numeric as exact,
        array['甲','乙'] as list, null::date as nothing, '{"a":[1]}'::jsonb as json`.execute(tx),
    )
    expect(row.rows[0]).toEqual({
      big: 9007199254740991,
      day: '2026-01-05',
      at: '2026-01-05T01:00:00.120Z',
      exact: '1.5',
      list: ['甲', '乙'],
      nothing: null,
      json: { a: [1] },
    })
  })

  test('a number no JavaScript number holds is refused instead of rounded', async () => {
    await expect(asOwner(db, (tx) => sql`select 9007199254740993::int8 as big`.execute(tx))).rejects.toThrow(RangeError)
  })
})

describe('a transaction', () => {
  test('that swallowed a failed statement does not pretend to commit', async () => {
    const work = asOwner(db, async (tx) => {
      await sql`select 1/0`.execute(tx).catch(() => {})
      return 'done'
    })
    await expect(work).rejects.toThrow('rolled back')
  })

  test('whose connection the server cut says what went wrong, and the next one works', async () => {
    if (db.engine !== 'postgres') return
    const cut = asOwner(db, (tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx))
    await expect(cut).rejects.toThrow()
    expect((await asOwner(db, (tx) => sql`select 1 as one`.execute(tx))).rows).toEqual([{ one: 1 }])
  })

  test('leaves nothing behind when its work throws', async () => {
    await asOwner(db, async (tx) => {
      await tx.insertInto('numbers').values({ federation_id: '440307', series: 'X', year: 2026, last: 1 }).execute()
      throw new Error('no')
    }).catch(() => {})
    expect(await db.owner.selectFrom('numbers').selectAll().where('series', '=', 'X').execute()).toEqual([])
  })

  test('keeps what comes from elsewhere out of itself', async () => {
    const seen: number[] = []
    const slow = asOwner(db, async (tx) => {
      await tx.insertInto('numbers').values({ federation_id: '440307', series: 'SLOW', year: 2026, last: 1 }).execute()
      await new Promise((resolve) => setTimeout(resolve, 30))
      throw new Error('rolled back')
    }).catch(() => {})
    const other = db.owner
      .insertInto('numbers')
      .values({ federation_id: '440307', series: 'OTHER', year: 2026, last: 1 })
      .execute()
    await Promise.all([slow, other])
    seen.push(
      (await db.owner.selectFrom('numbers').selectAll().where('series', 'in', ['SLOW', 'OTHER']).execute()).length,
    )
    expect(seen).toEqual([1])
  })

  test('on the embedded database, the outer connection used inside it fails at once', async () => {
    if (db.engine !== 'pglite') return
    await expect(asOwner(db, () => db.owner.selectFrom('orgs').selectAll().execute())).rejects.toThrow('ctx.tx')
  })

  test('tells how many statements it took: a read costs three round trips', async () => {
    let count = 0
    await inTransaction(db, asLi, (tx) => tx.selectFrom('orgs').select('id').limit(1).execute(), {
      readOnly: true,
      count: (n) => (count = n),
    })
    expect(count).toBe(3)
  })

  test('opened for reading writes nothing', async () => {
    const write = inTransaction(
      db,
      asLi,
      (tx) => tx.insertInto('numbers').values({ federation_id: '440307', series: 'R', year: 2026, last: 1 }).execute(),
      { readOnly: true },
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })
})

describe('a standing', () => {
  test.each([
    ['a federation that is none', { ...asLi, federationId: "440307' or '1'='1" }],
    ['a scope with a quote', { ...asLi, scope: "440307.'; drop table orgs; --" }],
    ['a person that is none', { ...asLi, personId: 'x' }],
  ])('with %s never reaches the database', async (_what, standing) => {
    await expect(inTransaction(db, standing, (tx) => tx.selectFrom('orgs').selectAll().execute())).rejects.toThrow(
      'malformed',
    )
  })

  test('ends with its transaction: the next one without settings sees nothing', async () => {
    await inTransaction(db, asLi, (tx) => tx.selectFrom('persons').selectAll().execute())
    const rows = await asOwner(db, async (tx) => {
      await sql`set local role nuanfeng_app`.execute(tx)
      return tx.selectFrom('persons').selectAll().execute()
    })
    expect(rows).toEqual([])
  })
})

describe('migrations', () => {
  test('run once, and an applied one that was changed stops the start', async () => {
    expect(await migrate(db)).toEqual([])
    const changed = collectMigrations().map((m, i) => (i === 0 ? { ...m, checksum: 'other' } : m))
    await expect(migrate(db, changed)).rejects.toThrow('write a new one')
  })

  test('one that fails leaves nothing of itself behind', async () => {
    const broken = { name: '29990101-broken', sql: 'create table half_done (id int); select 1/0;', checksum: 'x' }
    await expect(migrate(db, [broken])).rejects.toThrow()
    const { rows } = await asOwner(db, (tx) => sql`select to_regclass('half_done') as found`.execute(tx))
    expect(rows).toEqual([{ found: null }])
  })
})
