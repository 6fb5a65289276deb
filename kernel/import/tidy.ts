import { addMilliseconds } from '../calendar/days.ts'
import type { House } from '../ctx.ts'

const DAY = 24 * 3_600_000
/** An import that was never stored is given up after so many days: personal data is kept no longer than its purpose asks (个人信息保护法 19). */
const daysWaiting = 7
/** Reasons say nothing about anybody, so they are kept longer, for whoever asks what became of a sheet. */
const daysReasons = 180

/** Removes the files of imports that can no longer be undone or were left lying, with what would have been needed to undo them. */
export async function tidyImports(house: House): Promise<void> {
  const now = house.clock()
  const before = addMilliseconds(now, -daysWaiting * DAY)
  const over = await house.db.owner
    .selectFrom('imports')
    .select(['id', 'state', 'stored_as'])
    .where('federation_id', '=', house.federationId)
    .where('file_gone_at', 'is', null)
    .where('state', 'not in', ['checking', 'storing', 'undoing'])
    .where((eb) =>
      eb.or([
        eb('undo_until', '<', now),
        eb('state', '=', 'abandoned'),
        eb.and([
          eb('undo_until', 'is', null),
          eb('created_at', '<', before),
          eb.or([eb('moved_at', 'is', null), eb('moved_at', '<', before)]),
        ]),
      ]),
    )
    .execute()
  for (const { id, stored_as, state } of over) {
    await house.files.remove(stored_as)
    await forget(house, id, state === 'uploaded' || state === 'mapped' || state === 'checked')
  }
  await house.db.owner
    .deleteFrom('import_rows')
    .where('federation_id', '=', house.federationId)
    .where('import_id', 'in', (eb) =>
      eb
        .selectFrom('imports')
        .select('id')
        .where('file_gone_at', '<', addMilliseconds(now, -daysReasons * DAY)),
    )
    .execute()
}

async function forget(house: House, id: string, isAbandoned: boolean): Promise<void> {
  const ofImport = { federation_id: house.federationId, import_id: id }
  await house.db.owner
    .deleteFrom('import_changes')
    .where('federation_id', '=', ofImport.federation_id)
    .where('import_id', '=', ofImport.import_id)
    .execute()
  await house.db.owner
    .updateTable('imports')
    .set({
      file_gone_at: house.clock(),
      look_sealed: null,
      is_look_due: false,
      ...(isAbandoned ? { state: 'abandoned' as const } : {}),
    })
    .where('federation_id', '=', house.federationId)
    .where('id', '=', id)
    .execute()
}
