import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { actingAs, requireStillInPost } from './acting.ts'
import { type Noted, none } from './chunk.ts'
import { finishRun, further, namedIn, noteRows, type Running, writeProgress } from './running.ts'

const reasons = {
  changed: { code: 'undo.changed', message: '导入以后有人改过这条记录，没有撤销，请逐条核对更正' },
  used: { code: 'undo.used', message: '导入以后这条记录已被别的业务用到，没有撤销，请逐条核对更正' },
} as const
type Why = keyof typeof reasons | ''

/** Takes back what the import wrote, the last first, as far as nobody has changed or used it since; those rows are left and listed. */
export async function runUndo(running: Running): Promise<void> {
  const { house, actor } = running
  await requireStillInPost(house, actor, running.found)
  while (await actingAs(house, actor, (ctx) => undoChunk(ctx, running))) await breathe()
  await actingAs(house, actor, async (ctx) => {
    const { undone, kept } = await countsOf(ctx, running)
    const left = kept > 0 ? `，${kept} 行后来有改动，留着没有动` : ''
    await finishRun(ctx, running, 'undone', {
      action: 'imports.undo',
      title: '撤销完了',
      body: `${namedIn(running)}：退回 ${undone} 行${left}`,
    })
  })
}

/** @returns whether there was anything to take back */
async function undoChunk(ctx: Ctx, running: Running): Promise<boolean> {
  const { rows } = await sql<{ row: number; why: Why }>`
    select sheet_row as row, why from nf_undo_import(${running.record.id}::uuid) order by sheet_row`.execute(ctx.tx)
  if (rows.length === 0) return false
  const noted = rows.flatMap(({ row, why }): Noted[] =>
    why === '' ? [] : [{ row, isRefused: true, reasons: [{ column: '', ...reasons[why] }] }],
  )
  const next = further(running.progress, rows.length, { counts: none, noted })
  await noteRows(ctx, running, noted)
  await writeProgress(ctx, running, next)
  await addCounts(ctx, running, rows.length - noted.length, noted.length)
  ctx.afterCommit.push(async () => {
    running.progress = next
  })
  return true
}

const addCounts = (ctx: Ctx, { record }: Running, undone: number, kept: number) =>
  ctx.tx
    .updateTable('imports')
    .set((eb) => ({ undone: eb('undone', '+', undone), kept: eb('kept', '+', kept) }))
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .execute()

const countsOf = (ctx: Ctx, { record }: Running) =>
  ctx.tx
    .selectFrom('imports')
    .select(['undone', 'kept'])
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .executeTakeFirstOrThrow()
