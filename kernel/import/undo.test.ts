import fc from 'fast-check'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { standingOf } from '../access/actor.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { DISTRICT, FEDERATION } from '../jobs/small-house.ts'
import { type Line, people, somebody } from './sample-sheet.ts'
import { type Imports, openImports, type Who } from './small-imports.ts'

let place: Imports
beforeAll(async () => {
  place = await openImports()
  return () => place.close()
})

const tables = ['persons', 'past_memberships', 'enterprises', 'orgs'] as const
/** Every row of every table that an import may write, as the database itself writes it out. */
async function everything(): Promise<string[]> {
  const all: string[] = []
  for (const table of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by id`.execute(
      place.db.owner,
    )
    all.push(...rows.map(({ row }) => `${table} ${row}`))
  }
  return all
}
const clear = () =>
  asOwner(place.db, async (tx) => {
    await tx.deleteFrom('import_changes').execute()
    await tx.deleteFrom('persons').where('occupation', 'like', '试%').execute()
  })
afterEach(clear)

const works = ['试焊工', '试电工', '试钳工', '试']
const line = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.constantFrom(...works, '')).map(([n, work]): Line => {
  const [name, number] = somebody(9000 + n)
  return [name, number, work]
})
const sheet = fc.array(line, { minLength: 1, maxLength: 12 })

describe('an undo', () => {
  it('restores every row exactly, whatever the sheet added, changed or left', { timeout: 120_000 }, () =>
    fc.assert(
      fc
        .asyncProperty(sheet, sheet, async (before, lines) => {
          await place.bring(before)
          const was = await everything()
          const done = await place.bring(lines)
          if (done.written > 0)
            expect(await place.undo(done.id)).toMatchObject({ state: 'undone', undone: done.written, kept: 0 })
          expect(await everything()).toEqual(was)
        })
        .afterEach(clear),
      { numRuns: 12 },
    ),
  )

  it('leaves what somebody has changed or used since, lists it, and takes back the rest', async () => {
    const lines = people(6, 9100).map(([name, number]): Line => [name, number, '试焊工'])
    const done = await place.bring(lines)
    const ids = await place.db.owner
      .selectFrom('persons')
      .select(['id', 'name'])
      .where('occupation', '=', '试焊工')
      .orderBy('id')
      .execute()
    const [changed, used] = ids
    await place.db.owner.updateTable('persons').set({ name: '改过名' }).where('id', '=', changed!.id).execute()
    await place.db.owner
      .insertInto('posts')
      .values({
        federation_id: FEDERATION,
        id: uuidv7(),
        person_id: used!.id,
        org_id: await place.unionAt(DISTRICT),
        org_path: DISTRICT,
        role: 'mediator',
        title: '调解员',
        valid_from: '2026-01-01',
      })
      .execute()
    const undone = await place.undo(done.id)
    expect(undone).toMatchObject({ state: 'undone', undone: 4, kept: 2 })
    const { rows } = await place.api().rows({ id: done.id })
    expect(rows.map(({ reasons }) => reasons[0]?.code).sort()).toEqual(['undo.changed', 'undo.used'])
    const left = await place.db.owner
      .selectFrom('persons')
      .select('id')
      .where('occupation', '=', '试焊工')
      .orderBy('id')
      .execute()
    expect(left.map(({ id }) => id)).toEqual([changed!.id, used!.id].sort())
    await place.db.owner.deleteFrom('posts').where('person_id', '=', used!.id).execute()
  })

  it('puts a changed cell back and leaves the cells beside it', async () => {
    const [name, number] = somebody(9200)
    await place.bring([[name, number, '试焊工']])
    const done = await place.bring([[name, number, '试电工']])
    await place.db.owner
      .updateTable('persons')
      .set({ department: '一车间' })
      .where('occupation', '=', '试电工')
      .execute()
    expect(await place.undo(done.id)).toMatchObject({ undone: 1, kept: 0 })
    const after = await place.db.owner
      .selectFrom('persons')
      .select(['occupation', 'department'])
      .where('occupation', 'like', '试%')
      .execute()
    expect(after).toEqual([{ occupation: '试焊工', department: '一车间' }])
  })

  it('takes back what two imports wrote one after the other only in that order', async () => {
    const [name, number] = somebody(9300)
    const first = await place.bring([[name, number, '试焊工']])
    const second = await place.bring([[name, number, '试电工']])
    expect(await place.undo(first.id)).toMatchObject({ undone: 0, kept: 1 })
    expect(await place.undo(second.id)).toMatchObject({ undone: 1, kept: 0 })
  })

  it('cannot be had past the engine: not before it is asked for, and not from another street', async () => {
    const done = await place.bring([[...somebody(9400).slice(0, 2), '试焊工'] as unknown as Line])
    const take = (who: Who) =>
      inTransaction(place.db, standingOf(place.actors[who]), (tx) =>
        sql`select * from nf_undo_import(${done.id}::uuid)`.execute(tx),
      )
    await expect(take('li')).rejects.toMatchObject({ code: '42501' })
    await place.api().undo({ id: done.id, reason: '传错' })
    await expect(take('ye')).rejects.toMatchObject({ code: '42501' })
  })
})
