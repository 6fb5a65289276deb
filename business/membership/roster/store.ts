import type { ImportKind, StoreResult, Written } from '../../../kernel/import/kind.ts'
import { addNew } from './store/add.ts'
import { reportChildLabour } from './store/alert.ts'
import { decideRows, findOthers, ofKind, refuseItem, type Work } from './store/item.ts'
import { renewKnown } from './store/renew.ts'

/**
 * Stores one chunk of a member roster (D:C1.3, C1.5), a constant number of statements whatever its length. Who is not known is registered and a member from
 * the day the sheet says; a member of the same union is compared cell by cell; who waits in a pool, is kept without dues or has left is taken in; a member of
 * another union is refused. Idempotent by person and union: the same sheet again writes nothing.
 */
export const store: ImportKind['store'] = async (
  ctx,
  rows,
  { importId, unit, options, isDryRun },
): Promise<StoreResult> => {
  const items = await decideRows(ctx, unit.id, rows)
  for (const item of ofKind(items, 'refuse')) refuseItem(item, item.decision.reasons)
  const written: Written[] = []
  const work: Work = {
    ctx,
    items,
    others: await findOthers(ctx, items),
    phoneRule: options.phone === 'sheet' ? 'sheet' : 'keep',
    isTrial: isDryRun,
    written,
  }
  await addNew(work)
  await renewKnown(work)
  if (!isDryRun) await reportChildLabour(ctx, importId, items)
  const outcomes = items.map(({ row, outcome }) => outcome ?? lost(row))
  return { outcomes, written }
}

function lost(row: number): never {
  throw new Error(`row ${row} was left without an outcome`)
}
