import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Sealer } from '../../../kernel/crypto/seal.ts'
import { type Database, openDatabase } from '../../../kernel/db/database.ts'
import { kyselyOn } from '../../../kernel/db/driver.ts'
import { migrate } from '../../../kernel/db/migrate.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { contextOf, countRows, databaseFile, type Part, type Rows } from './manifest.ts'
import { isThere, writePart } from './parts.ts'
import { pack, unpack } from './tar.ts'

/**
 * The embedded database as one encrypted archive. After a checkpoint, and with its only connection in our hands, its folder stands still; it flows to the
 * disk in pieces, while PGlite's own dump would hold three copies in memory and stop the server meanwhile (2.3 GB and 2 s for 630 MB).
 */
export async function dumpEmbedded(
  db: Database,
  databaseDir: string,
  sealer: Sealer,
  dir: string,
  id: string,
): Promise<{ part: Part; rows: Rows }> {
  const connection = await db.source.acquire()
  try {
    const rows = await countRows(kyselyOn<Schema>(connection))
    await connection.run('checkpoint')
    return { rows, part: await writePart(pack(databaseDir), dir, databaseFile, sealer.encryptStream(contextOf(id))) }
  } finally {
    await db.source.release(connection)
  }
}

/** Unpacks the archive beside the present database and opens it there, so that nothing is exchanged before it has proven itself. Returns its folder. */
export async function unpackBeside(databaseDir: string, sealer: Sealer, dir: string, id: string): Promise<string> {
  const beside = `${databaseDir}.restoring`
  await rm(beside, { recursive: true, force: true })
  await pipeline(
    createReadStream(join(dir, databaseFile)),
    sealer.decryptStream(contextOf(id)),
    (plain: AsyncIterable<Buffer>) => unpack(plain, beside),
  )
  return beside
}

/** Opens a restored folder, does `work` with it at today's schema, and closes it again. */
export async function visit<T>(dataDir: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ dataDir })
  try {
    await migrate(db)
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Puts `beside` in the place of `present`, which is kept under another name. Returns that name, or nothing when there was none. */
export async function exchange(present: string, beside: string, stamp: string): Promise<string | undefined> {
  const aside = `${present}.before-${stamp}`
  const wasThere = await isThere(present)
  if (wasThere) await rename(present, aside)
  await rename(beside, present)
  return wasThere ? aside : undefined
}
