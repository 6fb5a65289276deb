import { type RawBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phoneOf } from '../../../district/marks.ts'
import { small } from '../../../district/small.ts'
import { standingOf } from '../../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../../kernel/db/database.ts'
import { newCtx } from '../../../kernel/http/new-ctx.ts'
import { noteChanges } from '../../../kernel/import/changes.ts'
import type { Written } from '../../../kernel/import/kind.ts'
import { cellsOf, nextNumber, openRosters, stranger } from './store/testing.ts'

let rosters: Awaited<ReturnType<typeof openRosters>>
beforeAll(async () => {
  rosters = await openRosters()
})
afterAll(() => rosters.district.close())

const factory = small.firms.factory.union!
const { actor } = small.chairZhao
const asOwned = <T>(query: RawBuilder<T>) => asOwner(rosters.district.db, async (tx) => (await query.execute(tx)).rows)
const registers = async () => [
  await asOwned(sql`select to_jsonb(p) as row from persons p order by id`),
  await asOwned(sql`select to_jsonb(m) as row from past_memberships m order by id`),
]

/** Notes what was written, as the engine does in the same transaction. @returns the import's id */
async function note(written: readonly Written[]): Promise<string> {
  const id = uuidv7()
  const { db, house } = rosters.district
  await asOwned(sql`insert into imports (federation_id, id, line, kind, unit_id, org_path, sender_id, sender_name, actor, state, document_id, stored_as,
    name_sealed, created_at) values (${small.federationId}, ${id}, 'membership', 'members', ${factory.id}, ${factory.path}, ${actor.personId}, ${actor.name},
    '{}', 'undoing', ${id}, 'x', 'x', now())`)
  await inTransaction(db, standingOf(actor), (tx) => noteChanges(newCtx(house, actor, tx), id, 1, written))
  return id
}

/** Undoes it as the chairman. @returns by row of the sheet why it had to stay, '' when it did not */
const undo = (id: string): Promise<Record<number, string>> =>
  inTransaction(rosters.district.db, standingOf(actor), async (tx) => {
    const done = await sql<{ row: number; why: string }>`
      select sheet_row as row, why from nf_undo_import(${id}::uuid)`.execute(tx)
    return Object.fromEntries(done.rows.map(({ row, why }) => [row, why]))
  })

test('a roster that is undone leaves no trace: new people, changed records, and one taken out of a pool in another street', async () => {
  await rosters.stand(small.officerYe.actor, small.riderTan.id, 'pooled', small.firms.eyewear.union!.id, '2025-06-01')
  await rosters.stand(small.officerYe.actor, small.workerLuo.id, 'none', null, '2025-12-01')
  const before = await registers()
  const sheet = [
    stranger(),
    cellsOf(small.workerYang, { political: '群众', phone: phoneOf(nextNumber()), idValidTo: '长期' }),
    cellsOf(small.riderTan, { education: '高中', joinedOn: '2025-09-01' }),
    cellsOf(small.workerLuo),
  ]
  const { outcomes, written } = await rosters.bring(actor, factory, sheet, { phone: 'sheet' })
  expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'changed', 'changed', 'changed'])
  expect(await registers()).not.toEqual(before)
  expect(await undo(await note(written))).toEqual({ 2: '', 3: '', 4: '', 5: '' })
  expect(await registers()).toEqual(before)
})

test('what somebody has changed since stays as it is, and the rest is undone', async () => {
  const { outcomes, written } = await rosters.bring(actor, factory, [stranger(), stranger()])
  const [kept] = outcomes.map((outcome) => (outcome.kind === 'refused' ? '' : outcome.id))
  const noted = await note(written)
  await asOwned(sql`update persons set occupation = '班长' where id = ${kept}`)
  expect(await undo(noted)).toEqual({ 2: 'changed', 3: '' })
  expect(await rosters.person(kept ?? '')).toMatchObject({ occupation: '班长' })
})
