import { sql } from 'kysely'
import type { Database } from '../../../kernel/db/database.ts'

/** Major version of the PostgreSQL behind a database. */
export async function postgresVersion(db: Database): Promise<number> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db.owner)
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
}
