import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'

export type Migration = { name: string; sql: string; checksum: string }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Every `<room>/migrations/*.sql` of kernel and lines, in the order of their dated names. Throws when two bear one name. */
export function collectMigrations(root = ROOT): Migration[] {
  const folders = ['kernel', 'business'].flatMap((floor) =>
    subfolders(join(root, floor)).map((room) => join(room, 'migrations')),
  )
  const files = folders.flatMap((folder) => list(folder).filter((file) => file.endsWith('.sql')))
  const migrations = files.map((file) => {
    const sql = readFileSync(file, 'utf8')
    return { name: basename(file, '.sql'), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1))
  migrations.forEach((m, i) => {
    if (m.name === migrations[i - 1]?.name) throw new Error(`two migrations are named ${m.name}`)
  })
  return migrations
}

/** Applies what is missing, each file in its own transaction. Throws when an applied file has been changed. Returns the names applied. */
export async function migrate(db: Database, migrations: Migration[] = collectMigrations()): Promise<string[]> {
  const connection = await db.source.acquire()
  const applied: string[] = []
  try {
    await connection.run(
      'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await connection.run('select name, checksum from migrations')
    const known = new Map((rows as Migration[]).map((row) => [row.name, row.checksum]))
    for (const migration of migrations) {
      const checksum = known.get(migration.name)
      if (checksum && checksum !== migration.checksum)
        throw new Error(`migration ${migration.name} was changed after it ran: write a new one`)
      if (checksum) continue
      await connection.begin()
      await connection.run(migration.sql)
      await connection.run('insert into migrations (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ])
      await connection.commit()
      applied.push(migration.name)
    }
    return applied
  } catch (error) {
    await connection.rollback().catch(() => {})
    throw error
  } finally {
    await db.source.release(connection)
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

const subfolders = (folder: string): string[] => list(folder).filter((path) => statSync(path).isDirectory())
