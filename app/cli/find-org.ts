import { sql } from 'kysely'
import { fail } from '../../kernel/contract/errors.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { isPath } from '../../kernel/org/path.ts'

export type FoundOrg = { id: string; path: string; name: string }

/** The national code of a place in the tree: `440307.003.` → `440307003`. */
export const nationalCode = (path: string): string => path.replaceAll('.', '')

/**
 * The one living union somebody means: by path (`440307.003.`), code (`440307003`), another system's number, or name. Without a text the federation itself.
 * @throws Failure 404 none, 409 several
 */
export async function findOrg(
  tx: Tx,
  federationId: string,
  today: string,
  text: string | undefined,
): Promise<FoundOrg> {
  const living = tx
    .selectFrom('orgs')
    .select(['id', 'path', 'name'])
    .where('federation_id', '=', federationId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
  const ways =
    text === undefined
      ? [living.where('parent_id', 'is', null)]
      : isPath(text)
        ? [living.where('path', '=', text)]
        : [
            living.where(sql<string>`replace(path, '.', '')`, '=', text),
            living.where('id', 'in', numbered(tx, federationId, today, text)),
            living.where((eb) => eb.or([eb('name', '=', text), eb('short_name', '=', text)])),
          ]
  for (const way of ways) {
    const found = await way.orderBy('path').limit(6).execute()
    const [first, second] = found
    if (first && second)
      fail(
        409,
        `叫“${text}”的单位不止一个：${found.map((org) => `${org.name}（${nationalCode(org.path)}）`).join('、')}。请写代码。`,
      )
    if (first) return first
  }
  return fail(
    404,
    text === undefined
      ? '还没有设立总工会，请先启动服务完成首次设置，或装入演示区（seed）。'
      : `没有找到单位“${text}”。请写代码（例如 ${federationId}003）、路径（例如 ${federationId}.003.）或完整名称。`,
  )
}

const numbered = (tx: Tx, federationId: string, today: string, text: string) =>
  tx
    .selectFrom('org_codes')
    .select('org_id')
    .where('federation_id', '=', federationId)
    .where('code', '=', text)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
