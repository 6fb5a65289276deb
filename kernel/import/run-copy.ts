import { Readable } from 'node:stream'
import { visitor } from '../access/actor.ts'
import { Failure } from '../contract/errors.ts'
import type { House } from '../ctx.ts'
import { receiveDocument, recordDocument } from '../documents/documents.ts'
import { actingAs } from './acting.ts'
import type { Noted } from './chunk.ts'
import { fileOf } from './file.ts'
import type { RowReason } from './kind.ts'
import { getKind } from './kinds.ts'
import { copyWithReasons } from './thread.ts'

/** Writes a copy of the sender's own file with the reasons in it, as a document of the one who asked for it. @throws what went wrong on our side */
export async function runCopy(house: House, copyId: string): Promise<void> {
  const copy = await copyOf(house, copyId)
  if (!copy || copy.document_id !== null || copy.failure !== null) return
  try {
    await write(house, copy)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await house.db.owner
      .updateTable('import_copies')
      .set({ failure: error.message })
      .where('federation_id', '=', house.federationId)
      .where('id', '=', copyId)
      .execute()
  }
}

const copyOf = (house: House, copyId: string) =>
  house.db.owner
    .selectFrom('import_copies as c')
    .innerJoin('imports as i', (join) =>
      join.onRef('i.federation_id', '=', 'c.federation_id').onRef('i.id', '=', 'c.import_id'),
    )
    .select(['c.id as copyId', 'c.requester_id as requesterId', 'c.is_all as isAll', 'c.document_id', 'c.failure'])
    .select(['i.id', 'i.federation_id', 'i.line', 'i.kind', 'i.run', 'i.sheet', 'i.header_row', 'i.stored_as'])
    .select(['i.document_id as fileId', 'i.file_gone_at'])
    .where('c.federation_id', '=', house.federationId)
    .where('c.id', '=', copyId)
    .executeTakeFirst()
type Copy = NonNullable<Awaited<ReturnType<typeof copyOf>>>

async function write(house: House, copy: Copy): Promise<void> {
  const file = await fileOf(house, {
    document_id: copy.fileId,
    stored_as: copy.stored_as,
    file_gone_at: copy.file_gone_at,
  })
  const pieces = copyWithReasons(file, {
    isAll: copy.isAll,
    reasons: await reasonsOf(house, copy),
    sheet: copy.sheet ?? undefined,
    headerRow: copy.header_row ?? undefined,
  })
  const { kind } = getKind(house, copy.line, copy.kind)
  const name = `${kind.title}_${copy.isAll ? '全部' : '未导入'}.xlsx`
  const received = await receiveDocument(house, name, Readable.from(pieces, { objectMode: false }))
  const actor = { ...visitor(house.federationId), personId: copy.requesterId }
  try {
    await actingAs(house, actor, async (ctx) => {
      const document = await recordDocument(ctx, received, 'generated')
      await ctx.tx
        .updateTable('import_copies')
        .set({ document_id: document.id })
        .where('federation_id', '=', house.federationId)
        .where('id', '=', copy.copyId)
        .execute()
    })
  } catch (error) {
    await house.files.remove(received.storedAs)
    throw error
  }
}

/** By row of the sheet; rows that were taken but deserve a look are named only in a copy of all. */
async function reasonsOf(house: House, copy: Copy): Promise<Map<number, string>> {
  const chunks = await house.db.owner
    .selectFrom('import_rows')
    .select('rows')
    .where('federation_id', '=', copy.federation_id)
    .where('import_id', '=', copy.id)
    .where('run', '=', copy.run)
    .execute()
  const noted = chunks.flatMap(({ rows }) => rows as Noted[]).filter(({ isRefused }) => copy.isAll || isRefused)
  return new Map(
    noted.map(({ row, isRefused, reasons }) => [row, (isRefused ? '' : '已导入，请留意：') + sentence(reasons)]),
  )
}

const sentence = (reasons: readonly RowReason[]): string =>
  reasons.map(({ column, message }) => (column ? `${column}：${message}` : message)).join('；')
