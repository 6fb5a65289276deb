import { setImmediate as breathe } from 'node:timers/promises'
import { dayOf } from '../calendar/days.ts'
import type { Failure } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { translate } from '../http/translate.ts'
import { actingAs, requireStillInPost } from './acting.ts'
import { noteChanges } from './changes.ts'
import { type Dealt, dealt, storable } from './chunk.ts'
import { fileOf } from './file.ts'
import type { StoreResult } from './kind.ts'
import { Lost } from './lease.ts'
import type { ColumnMap } from './mapping.ts'
import { createPace } from './pace.ts'
import type { CheckedRow } from './row-reader.ts'
import { finishRun, further, namedIn, noteRows, type Running, writeProgress } from './running.ts'
import { readRows } from './thread.ts'

/**
 * Reads the sheet from where the run stands and deals with it chunk by chunk: each chunk is one transaction under the sender's standing together with how
 * far the run is, so that a kill at any moment neither loses nor doubles a row. Checking takes the same way, but asks the kind in a transaction that
 * cannot write.
 */
export async function runRows(running: Running): Promise<void> {
  const { house, record, found, actor } = running
  await requireStillInPost(house, actor, found)
  const pace = createPace(house.db.engine)
  const isStopped = await eachSlice(running, pace.size, async (slice) => {
    const begun = performance.now()
    const stop = await deal(running, slice)
    pace.note(slice.length, performance.now() - begun)
    await breathe()
    return stop
  })
  const isChecking = record.state === 'checking'
  const state = isChecking ? (isStopped ? 'mapped' : 'checked') : 'stored'
  await actingAs(house, actor, (ctx) => finishRun(ctx, running, state, summaryOf(running, isStopped)))
}

/** @returns whether `work` asked to stop before the end */
async function eachSlice(
  { house, record, found, progress }: Running,
  size: () => number,
  work: (slice: CheckedRow[]) => Promise<boolean>,
): Promise<boolean> {
  const batches = readRows(await fileOf(house, record), {
    reader: found.kind.reader,
    map: record.mapping as ColumnMap,
    context: { today: dayOf(record.begun_at ?? record.created_at), options: record.options as Record<string, string> },
    from: progress.position,
    sheet: record.sheet ?? undefined,
    headerRow: record.header_row ?? undefined,
  })
  const ready = (slice: CheckedRow[]) => makeReady(found, house.sealer, slice)
  let waiting: CheckedRow[] = []
  let next: CheckedRow[] = []
  // One slice is made ready while the one before is with the database.
  const turn = async (): Promise<boolean> => {
    const now = next
    const coming = waiting.splice(0, size())
    const [isStopped, prepared] = await Promise.all([now.length > 0 && work(now), ready(coming)])
    next = prepared
    return isStopped
  }
  for await (const batch of batches) {
    waiting = waiting.concat(batch)
    while (waiting.length >= size()) if (await turn()) return true
  }
  while (waiting.length > 0 || next.length > 0) if (await turn()) return true
  return false
}

const PIECE = 25

/** In small pieces, so that the database's answers in between are taken up at once. */
async function makeReady(
  { kind }: Running['found'],
  sealer: Running['house']['sealer'],
  slice: CheckedRow[],
): Promise<CheckedRow[]> {
  const { prepare } = kind
  if (!prepare) return slice
  const done: CheckedRow[] = []
  for (let at = 0; at < slice.length; at += PIECE) {
    await breathe()
    for (const row of slice.slice(at, at + PIECE))
      done.push(row.value === null ? row : { ...row, value: prepare(sealer, row.value) })
  }
  return done
}

/**
 * Deals with a slice. What the database refuses for one row must not hold up the others: the slice is halved until the row is found, and the row is
 * refused with the reason. @returns whether somebody asked to stop
 */
async function deal(running: Running, slice: CheckedRow[]): Promise<boolean> {
  try {
    return await dealAtOnce(running, slice)
  } catch (error) {
    const failure = translate(error)
    if (error instanceof Lost || failure.status >= 500) throw error
    if (slice.length === 1) return refuse(running, slice, failure)
    const half = slice.length >> 1
    return (await deal(running, slice.slice(0, half))) || deal(running, slice.slice(half))
  }
}

async function dealAtOnce(running: Running, slice: CheckedRow[]): Promise<boolean> {
  const { house, actor, record } = running
  if (record.state === 'checking') {
    const result = await actingAs(house, actor, (ctx) => ask(ctx, running, slice, true), { readOnly: true })
    return settle(running, slice, async () => dealt(slice, result))
  }
  return settle(running, slice, async (ctx) => {
    const done = dealt(slice, await ask(ctx, running, slice, false))
    await noteChanges(ctx, record.id, running.progress.position + slice.length, done.written)
    return done
  })
}

function ask(ctx: Ctx, { found, record }: Running, slice: CheckedRow[], isDryRun: boolean): Promise<StoreResult> {
  const rows = storable(slice)
  if (rows.length === 0) return Promise.resolve({ outcomes: [], written: [] })
  return found.kind.store(ctx, rows, {
    importId: record.id,
    unit: { id: record.unit_id, path: record.org_path },
    options: record.options as Record<string, string>,
    isDryRun,
  })
}

/** One transaction: what `work` does, the reasons, and how far we are. */
async function settle(running: Running, slice: CheckedRow[], work: (ctx: Ctx) => Promise<Dealt>): Promise<boolean> {
  const { house, actor, progress } = running
  const [next, isStopWanted] = await actingAs(house, actor, async (ctx) => {
    const done = await work(ctx)
    const after = further(progress, slice.length, done)
    await noteRows(ctx, running, done.noted)
    return [after, await writeProgress(ctx, running, after)] as const
  })
  running.progress = next
  return isStopWanted
}

const refuse = (running: Running, slice: CheckedRow[], failure: Failure): Promise<boolean> =>
  settle(running, slice, async () => {
    const reasons = [{ column: '', code: 'row.failed', message: failure.message }]
    const refused = slice.map(({ row }) => ({ row, value: null, reasons }))
    return dealt(refused, { outcomes: [], written: [] })
  })

function summaryOf(running: Running, isStopped: boolean) {
  const { added, changed, same, refused, warned } = running.progress.counts
  const how = isStopped ? `，停在第 ${running.progress.position} 行` : ''
  const warnings = warned > 0 ? `，${warned} 行要留意` : ''
  if (running.record.state === 'checking')
    return {
      action: 'imports.check',
      title: '核对完了',
      body: `${namedIn(running)}：可新增 ${added} 行，可更新 ${changed} 行，已有 ${same} 行，不能导入 ${refused} 行${warnings}${how}`,
    }
  return {
    action: 'imports.store',
    title: isStopped ? '导入停下了' : '导入完了',
    body: `${namedIn(running)}：新增 ${added} 行，更新 ${changed} 行，已有 ${same} 行，没有导入 ${refused} 行${warnings}${how}`,
  }
}
