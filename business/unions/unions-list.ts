import { type SqlBool, sql } from 'kysely'
import { endOf, isUnder } from '../../kernel/access/permissions.ts'
import type { Day } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isPath } from '../../kernel/org/path.ts'
import { startsWith } from '../../kernel/search/prefix.ts'
import { isInitials, tidyText, wordsOf } from '../../kernel/search/words.ts'
import type { contract } from './contract.ts'
import { certificateNotice, termNotices } from './limits.ts'
import { isRegular, stateOn } from './rules/standing.ts'
import { forms } from './rules/words.ts'
import { baseUnionsOn, regularOn, termUntil } from './standing.ts'

type Asked = Omit<ParsedOf<typeof contract.unions>, 'after' | 'limit'>
type Page = OutputOf<typeof contract.unions>

/** The place asked for, never beyond the actor's own. @throws Failure 400 no place, 403 somebody else's */
export function placeIn(ctx: Ctx, under: string | undefined): string {
  const path = under ?? ctx.actor.orgPath
  if (!isPath(path)) fail(400, '所选的街道或社区不对，请重新选择')
  if (!isUnder(path, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的台账')
  return path
}

export type Notices = { day: Day; term: Day; certificate: Day }
export const noticesOf = (ctx: Ctx, day: Day = ctx.today): Notices => ({
  day,
  term: termNotices(ctx, day)[0],
  certificate: certificateNotice(ctx, day),
})

/** In order, due soon, past, or not there, as conditions over a due day. */
const inState = (until: ReturnType<typeof sql<string | null>>, state: string, day: Day, notice: Day) => {
  if (state === 'none') return sql<SqlBool>`${until} is null`
  if (state === 'expired') return sql<SqlBool>`${until} < ${day}::date`
  if (state === 'soon') return sql<SqlBool>`${until} between ${day}::date and ${notice}::date`
  return sql<SqlBool>`${until} > ${notice}::date`
}
const certificateUntil = sql<string | null>`c.expires_on`

/** An election, a certificate or a chair is due: near or past. A union without a certificate has nothing to renew. */
const isDue = ({ term, certificate }: Notices) =>
  sql<SqlBool>`(h.id is null or coalesce(${termUntil} <= ${term}::date, true) or c.expires_on <= ${certificate}::date)`

const named = (text: string) => {
  const words = wordsOf(text).map((word) => sql<SqlBool>`strpos(lower(o.name), ${word}) > 0`)
  const typed = tidyText(text)
  const all = sql<SqlBool>`(${sql.join(words, sql` and `)})`
  return isInitials(typed)
    ? sql<SqlBool>`(${all} or ${startsWith(sql.ref('o.initials'), typed.toLowerCase())})`
    : sql<SqlBool>`(${all} or o.credit_code = ${typed.toUpperCase()})`
}

/** Base unions of a place that fit, still without what a row shows. */
function chosen(ctx: Ctx, asked: Asked, notices: Notices) {
  const path = placeIn(ctx, asked.under)
  const { form, term, certificate, chair, regular, text } = asked
  return baseUnionsOn(ctx.tx, ctx.actor.federationId, notices.day)
    .where('o.path', '>=', path)
    .where('o.path', '<', endOf(path))
    .$if(form !== undefined, (q) => q.where('o.form', '=', form ?? 'single'))
    .$if(term !== undefined, (q) => q.where(inState(termUntil, term ?? '', notices.day, notices.term)))
    .$if(certificate !== undefined, (q) =>
      q.where(inState(certificateUntil, certificate ?? '', notices.day, notices.certificate)),
    )
    .$if(chair !== undefined, (q) => q.where('h.id', chair === 'with' ? 'is not' : 'is', null))
    .$if(regular !== undefined, (q) => q.where(sql<SqlBool>`${regularOn(notices.day)} = ${regular === 'yes'}`))
    .$if(asked.isDue, (q) => q.where(isDue(notices)))
    .$if(Boolean(text), (q) => q.where(named(text ?? '')))
}

const members = sql<number>`(select count(*)::int from persons p where p.federation_id = o.federation_id and p.union_id = o.id and p.membership <> 'none')`
const chairName = sql<
  string | null
>`(select p.name from persons p where p.federation_id = o.federation_id and p.id = h.person_id)`
const place = sql<string>`coalesce((select u.short_name from orgs u where u.federation_id = o.federation_id and u.id = o.parent_id), '')`

/** One page of the register in the order of the tree, within the actor's place; one statement. @throws Failure 400, 403 */
export async function listUnions(ctx: Ctx, input: ParsedOf<typeof contract.unions>): Promise<Page> {
  const notices = noticesOf(ctx)
  const { after, limit } = input
  if (after !== undefined && !isPath(after)) fail(400, '翻页位置不对，请刷新列表')
  const rows = await chosen(ctx, input, notices)
    .select(['o.id', 'o.path', 'o.name', 'o.form', 'h.person_id as chairId', 'c.expires_on as certificateUntil'])
    .select([termUntil.as('termUntil'), members.as('members'), chairName.as('chairName'), place.as('place')])
    .$if(after !== undefined, (q) => q.where('o.path', '>', after ?? ''))
    .orderBy('o.path')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map(({ chairId, form, ...row }) => ({
      ...row,
      form: form !== null && form in forms ? (form as keyof typeof forms) : null,
      termState: stateOn(row.termUntil, notices.day, notices.term),
      certificateState: stateOn(row.certificateUntil, notices.day, notices.certificate),
      isRegular: isRegular({ chairId, ...row }, notices.day),
    })),
    next: rows.length > limit ? (shown.at(-1)?.path ?? null) : null,
  }
}

const count = (condition: ReturnType<typeof sql<SqlBool>>) => sql<number>`(count(*) filter (where ${condition}))::int`

/** 规范化率 with its numerator and denominator, and what is missing to it, as of a day; one statement. @throws Failure 400, 403 */
export async function summaryOf(
  ctx: Ctx,
  { under, on }: ParsedOf<typeof contract.summary>,
): Promise<OutputOf<typeof contract.summary>> {
  const path = placeIn(ctx, under)
  const day = on ?? ctx.today
  const { term, certificate } = noticesOf(ctx, day)
  const state = (of: typeof termUntil, name: string, notice: Day) => count(inState(of, name, day, notice))
  const counts = await baseUnionsOn(ctx.tx, ctx.actor.federationId, day)
    .where('o.path', '>=', path)
    .where('o.path', '<', endOf(path))
    .select([
      sql<number>`count(*)::int`.as('unions'),
      count(regularOn(day)).as('regular'),
      state(termUntil, 'expired', term).as('termExpired'),
      state(termUntil, 'soon', term).as('termSoon'),
      state(termUntil, 'none', term).as('termNone'),
      count(sql<SqlBool>`h.id is null`).as('withoutChair'),
      state(certificateUntil, 'soon', certificate).as('certificateSoon'),
      state(certificateUntil, 'expired', certificate).as('certificateExpired'),
      state(certificateUntil, 'none', certificate).as('certificateNone'),
    ])
    .executeTakeFirstOrThrow()
  return { day, ...counts }
}
