import { sql } from 'kysely'
import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { notices } from '../../kernel/notify/notices.ts'

/** Somebody under 16 has asked to join: the rights department of the district is told at once, without a name; nobody near the employer is (D:B4.3). */
export async function alertDistrict(ctx: Ctx, data: unknown): Promise<void> {
  const { id } = z.object({ id: shapes.id }).parse(data)
  const matter = await ctx.tx
    .selectFrom('membership')
    .select(['number', 'state'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (matter?.state !== 'protecting') return
  const body = `${matter.number} 的申请人未满 16 周岁，可能是童工（《禁止使用童工规定》）。请先联系本人和家人，核实并保护好他，不要惊动用人单位，也不要转给单位工会。`
  await notices(
    ctx,
    (await rightsOfficers(ctx)).map((recipientId) => ({
      recipientId,
      line: 'membership',
      recordId: id,
      title: '申请人未满 16 周岁，请马上核实',
      body,
    })),
  )
}

/** Officers of the department for workers' rights; all of the district's where none bears its name. */
async function rightsOfficers(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('posts')
    .select(['person_id', sql<boolean>`bool_or(title like '%权益%')`.as('isRights')])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('role', '=', 'district_officer')
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.today)]))
    .groupBy('person_id')
    .execute()
  const rights = rows.filter(({ isRights }) => isRights)
  return (rights.length > 0 ? rights : rows).map((row) => row.person_id)
}
