import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { channelTitles, levels, levelThrough, VERIFIED_FROM } from './rules/ladder.ts'

/** Writes down that somebody was verified: level, day and channel, nothing of what was compared (D:C1.5). @throws Failure 404, 409 no higher, 422 a day to come */
export async function verify(
  ctx: Ctx,
  input: ParsedOf<typeof contract.verify>,
): Promise<OutputOf<typeof contract.verify>> {
  const on = input.on ?? ctx.today
  if (on > ctx.today) fail(422, '认证日期不能晚于今天')
  const level = levelThrough(input.channel)
  const person = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'org_path', 'verified_level', 'verified_on', 'id_number_index'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', input.personId)
    .where('merged_into', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!person || !isUnder(person.org_path, ctx.actor.orgPath))
    fail(404, '没有找到这个人，可能不在您的辖区，请刷新后再看')
  if (person.id_number_index === null) fail(422, '先登记证件号码，再登记认证')
  if (person.verified_level >= level)
    fail(409, `已经是“${levels[person.verified_level as keyof typeof levels]}”，不用再登记`)
  await ctx.tx
    .updateTable('persons')
    .set({
      verified_level: level,
      verified_channel: input.channel,
      verified_on: level >= VERIFIED_FROM ? (person.verified_on ?? on) : null,
    })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', person.id)
    .execute()
  ctx.audit = { line: 'membership', recordId: person.id, reason: `实名认证：${channelTitles[input.channel]}` }
  return { personId: person.id, level }
}
