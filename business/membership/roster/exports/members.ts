import { sql } from 'kysely'
import { endOf } from '../../../../kernel/access/permissions.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'

const members = (ctx: Ctx, path: string) =>
  ctx.tx
    .selectFrom('persons as p')
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('p.org_path', '>=', path)
    .where('p.org_path', '<', endOf(path))
    .where('p.membership', '<>', 'none')

export async function countMembers(ctx: Ctx, path: string): Promise<number> {
  const { count } = await members(ctx, path)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const readPage = (ctx: Ctx, path: string, after: { path: string; id: string } | undefined, limit: number) =>
  members(ctx, path)
    .leftJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.union_id'),
    )
    .select([
      'p.id',
      'p.org_path',
      'p.name',
      'p.sex',
      'p.ethnicity',
      'p.id_kind',
      'p.id_number_sealed',
      'p.id_valid_to',
      'p.birth_on',
      'p.phone_sealed',
      'p.political',
      'p.education',
      'p.skill_level',
      'p.employment',
      'p.hukou',
      'p.is_migrant',
      'p.department',
      'p.occupation',
      'p.new_form_kind',
      'p.joined_on',
      'p.member_number',
      'p.membership',
      'e.name as firm_name',
      'e.credit_code as firm_code',
      'o.name as union_name',
      'o.credit_code as union_code',
    ])
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(p.org_path, p.id) > (${after?.path}, ${after?.id}::uuid)`))
    .orderBy('p.org_path')
    .orderBy('p.id')
    .limit(limit + 1)
    .execute()

export type ExportedMember = Awaited<ReturnType<typeof readPage>>[number]

/** Members of a union and of those below it, union by union, with employer and union named in the same statement. `after` is where the last page ended. */
export async function pageOfMembers(
  ctx: Ctx,
  path: string,
  after: string | undefined,
  limit: number,
): Promise<{ rows: ExportedMember[]; next: string | null }> {
  const [lastPath = '', lastId = ''] = after?.split('~') ?? []
  const found = await readPage(ctx, path, after === undefined ? undefined : { path: lastPath, id: lastId }, limit)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? `${last.org_path}~${last.id}` : null }
}
