import { sql } from 'kysely'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'

export type FoundingFirm = {
  id: string
  name: string
  orgPath: string
  unionId: string | null
  life: string
  headcount: number
}

const columns = ['e.id', 'e.name', 'e.org_path as orgPath', 'e.union_id as unionId', 'e.life', 'e.headcount'] as const

/** Enterprises by their ids, in the order asked. @throws Failure 422 when one is not in the register */
export async function enterprisesOf(ctx: Ctx, ids: readonly string[]): Promise<FoundingFirm[]> {
  const rows = await ctx.tx
    .selectFrom('enterprises as e')
    .select(columns)
    .where('e.federation_id', '=', ctx.actor.federationId)
    .where('e.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? fail(422, '有单位不在登记册里，请重新选择'))
}

/** The employers of a founding, the first one first. */
export const firmsOf = (ctx: Ctx, foundingId: string): Promise<FoundingFirm[]> =>
  ctx.tx
    .selectFrom('founding_firms as f')
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'f.federation_id').onRef('e.id', '=', 'f.enterprise_id'),
    )
    .select(columns)
    .where('f.federation_id', '=', ctx.actor.federationId)
    .where('f.founding_id', '=', foundingId)
    .orderBy('f.ordinal')
    .execute()

type Open = { id: string; number: string; orgPath: string }

/** The founding under way for an employer, wherever it is. */
export async function findOpenFounding(ctx: Ctx, enterpriseId: string): Promise<Open | null> {
  const { rows } =
    await sql<Open>`select id, number, org_path as "orgPath" from nf_open_founding(${enterpriseId}::uuid)`.execute(
      ctx.tx,
    )
  return rows[0] ?? null
}

/** An employer that lives and has no union yet. @throws Failure 409 saying what there is already */
export async function requireFree(ctx: Ctx, firm: FoundingFirm): Promise<void> {
  if (firm.life !== 'alive' && firm.life !== 'suspended')
    fail(409, `${firm.name}已经不在经营，不能建会；登记有误请先改企业状态`)
  if (firm.unionId !== null) {
    const union = await ctx.tx
      .selectFrom('orgs')
      .select('name')
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', firm.unionId)
      .executeTakeFirst()
    fail(409, `${firm.name}已经有工会：${union?.name ?? '联合工会'}。职工可以直接申请入会`, { unionId: firm.unionId })
  }
}

/** Ties employers to a founding. @throws Failure 409 pointing to the founding that one of them has already */
export async function tieFirms(ctx: Ctx, foundingId: string, firms: readonly FoundingFirm[]): Promise<void> {
  const tied = await ctx.tx
    .insertInto('founding_firms')
    .values(
      firms.map(({ id }, ordinal) => ({
        federation_id: ctx.actor.federationId,
        founding_id: foundingId,
        enterprise_id: id,
        ordinal,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(tied.numInsertedOrUpdatedRows ?? 0) === firms.length) return
  for (const firm of firms) {
    const open = await findOpenFounding(ctx, firm.id)
    if (open && open.id !== foundingId)
      fail(409, `${firm.name}已经在建会（${open.number}），请打开那一件接着办`, { id: open.id })
  }
  fail(409, '单位刚刚被登记到别的建会里，请刷新后再看')
}

/** The union is there, or the founding was given up: its employers are free for another. */
export async function releaseFirms(ctx: Ctx, foundingId: string): Promise<void> {
  await ctx.tx
    .updateTable('founding_firms')
    .set({ is_open: false })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('founding_id', '=', foundingId)
    .execute()
}
