import type { Database } from '../../../kernel/db/database.ts'
import { ConfigError } from '../config-error.ts'

/**
 * The federation a database belongs to; null when there is none yet. When it holds several, `preferred` chooses.
 * @throws ConfigError when it holds several and none of them is the preferred one
 */
export async function federationIn(db: Database, preferred?: string): Promise<string | null> {
  const rows = await db.owner.selectFrom('federations').select('id').orderBy('id').execute()
  const [first, second] = rows.map(({ id }) => id)
  if (first === undefined || second === undefined) return first ?? null
  const chosen = rows.find(({ id }) => id === preferred)
  if (!chosen)
    throw new ConfigError(
      `这个数据库里有 ${rows.length} 个总工会（${rows.map(({ id }) => id).join('、')}），请用 FEDERATION 写明是哪一个。`,
    )
  return chosen.id
}
