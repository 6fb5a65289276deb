import { type Database, openDatabase } from '../../kernel/db/database.ts'
import { type FolderLock, lockFolder } from '../../kernel/db/lock.ts'
import { migrate } from '../../kernel/db/migrate.ts'
import type { Config } from './config.ts'

export type Opened = { db: Database; close(): Promise<void>; migrated: string[] }

/** Opens the database the configuration names, alone in its folder when embedded, and brings its schema up to date. @throws FolderLocked */
export async function openAndMigrate(config: Config): Promise<Opened> {
  let lock: FolderLock | undefined
  if (!config.databaseUrl) lock = lockFolder(config.dataDir)
  try {
    const db = await openDatabase(
      config.databaseUrl ? { url: config.databaseUrl, pool: config.databasePool } : { dataDir: config.databaseDir },
    )
    const migrated = await migrate(db)
    return {
      db,
      migrated,
      async close() {
        await db.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
