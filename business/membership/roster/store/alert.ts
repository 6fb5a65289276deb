import type { Ctx } from '../../../../kernel/ctx.ts'
import { notices } from '../../../../kernel/notify/notices.ts'
import type { Item } from './item.ts'

/**
 * A worker under 16 may be child labour: the rights department of the district is told at once which sheet and rows, without a name, and nobody at the employer is.
 * Only rows that brought somebody in count, so importing the sheet again alarms nobody.
 */
export async function reportChildLabour(ctx: Ctx, importId: string, items: readonly Item[]): Promise<void> {
  const rows = items.flatMap(({ value, outcome, row, decision }) =>
    value.isUnderage && (outcome?.kind === 'added' || (outcome?.kind === 'changed' && decision.kind === 'take'))
      ? [row]
      : [],
  )
  if (rows.length === 0) return
  const body = `${ctx.actor.orgName}导入的会员花名册第 ${rows.join('、')} 行登记的人未满 16 周岁，请马上核实是否童工（《禁止使用童工规定》），先不要惊动用人单位。在“导入”里按时间可以找到这张表`
  await notices(
    ctx,
    (await rightsOfficers(ctx)).map((recipientId) => ({
      recipientId,
      line: 'imports',
      recordId: importId,
      title: '花名册里有未满 16 周岁的人，请核实',
      body,
    })),
  )
}

/** Officers of the department for workers' rights; all of the district's where none bears its name. */
async function rightsOfficers(ctx: Ctx): Promise<string[]> {
  const officers = await ctx.tx
    .selectFrom('posts')
    .select(['person_id as id', 'title'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('role', '=', 'district_officer')
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.today)]))
    .execute()
  const rights = officers.filter(({ title }) => title.includes('权益'))
  return [...new Set((rights.length > 0 ? rights : officers).map(({ id }) => id))]
}
