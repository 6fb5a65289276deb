import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keysFromFile } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import { openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { runImport } from './run.ts'
import { sampleKind } from './sample-kind.ts'
import { people } from './sample-sheet.ts'
import { openImports } from './small-imports.ts'

/** How many rows the sheet of the killed process has. */
export const rowsOfKilled = 900

/** A process that brings a sheet in, says its id, and then `chunk` for every chunk that it begins, until it is killed. */
async function importUntilKilled(where: { url: string } | { dataDir: string }, folder: string): Promise<void> {
  const db = await openDatabase(where)
  await migrate(db)
  const sealer = createSealer(keysFromFile(join(folder, 'keys.json')))
  const place = await openImports({ on: db, folder, sealer })
  const id = await place.checked(people(rowsOfKilled))
  await place.api().store({ id })
  process.stdout.write(`${id}\n`)
  const { store } = sampleKind
  sampleKind.store = (...asked) => {
    process.stdout.write('chunk\n')
    return store(...asked)
  }
  await runImport(place.house, id)
  process.stdout.write('finished\n')
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { url: { type: 'string' }, dir: { type: 'string' } } })
  const dir = values.dir ?? ''
  await importUntilKilled(values.url ? { url: values.url } : { dataDir: join(dir, 'db') }, dir)
}
