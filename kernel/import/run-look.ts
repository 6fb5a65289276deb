import { actingAs } from './acting.ts'
import { fileOf, lookContext } from './file.ts'
import { readerOf } from './kinds.ts'
import { fingerprintOf } from './mapping.ts'
import type { Running } from './running.ts'
import { lookInto } from './thread.ts'
import type { Look } from './worker.ts'

/** Rows shown of a sheet before anything is confirmed. */
export const shownRows = 20

/** Looks into the file once and keeps, sealed, what the page for the columns needs, so that showing it reads no file. */
export async function runLook({ house, record, found, actor, token }: Running): Promise<void> {
  const { fields } = await readerOf(found.kind)
  const look = await lookInto(await fileOf(house, record), {
    known: fields.flatMap(({ title, synonyms }) => [title, ...synonyms]),
    sheet: record.sheet ?? undefined,
    headerRow: record.header_row ?? undefined,
  })
  await actingAs(house, actor, async (ctx) => {
    await ctx.tx
      .updateTable('imports')
      .set({
        look_sealed: house.sealer.seal(JSON.stringify(look), lookContext(record.id)),
        is_look_due: false,
        sheet: look.sheet,
        header_row: look.headerRow,
        fingerprint: fingerprintOf(look.header),
        total: look.total,
        state: 'uploaded',
        mapping: null,
        attempts: 0,
      })
      .where('federation_id', '=', record.federation_id)
      .where('id', '=', record.id)
      .where('lease_by', '=', token)
      .execute()
  })
}

export const lookOf = (unseal: (sealed: string, context: string) => string, importId: string, sealed: string): Look =>
  JSON.parse(unseal(sealed, lookContext(importId))) as Look
