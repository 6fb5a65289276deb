import { uuidv7 } from 'uuidv7'
import { addDays, addYears } from '../../kernel/calendar/days.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { documentNumber } from '../../kernel/documents/number.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import type { Election } from '../elections/public.ts'
import type { FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { electionOfFounding, seen } from './election.ts'
import { firmsOf } from './firms.ts'
import { headsOf } from './members.ts'
import { type PaperFacts, type PaperKind, paperOf } from './rules/papers.ts'
import { upperOf } from './rules/places.ts'
import { dutyTitles } from './rules/words.ts'

/** Writes a paper of a founding down as it is issued now; an approval takes the next 文号 of the acting union. */
export async function issuePaper(ctx: Ctx, row: FoundingRow, kind: PaperKind): Promise<{ number: string }> {
  const text = paperOf(kind, await factsOf(ctx, row))
  const isApproval = kind === 'prep_approval' || kind === 'founding_approval'
  const number = isApproval ? await documentNumber(ctx, await shortOf(ctx), '组') : ''
  await ctx.tx
    .insertInto('founding_papers')
    .values({
      federation_id: row.federation_id,
      id: uuidv7(),
      founding_id: row.id,
      kind,
      number,
      title: text.title,
      addressee: text.addressee,
      content: text.paragraphs.join('\n'),
      issuer: isApproval ? ctx.actor.orgName : text.issuer,
      issued_on: ctx.today,
      created_at: ctx.now,
    })
    .execute()
  return { number }
}

/** The committee takes office with the union's first day, or on the later day that the answer to the election names. */
export const firstDay = (ctx: Ctx, election: Election | null): string =>
  election?.fromOn && election.fromOn > ctx.today ? election.fromOn : ctx.today

/** 机关代字 of the acting union: 龙工 for the district, 平湖街工 for a street. */
async function shortOf(ctx: Ctx): Promise<string> {
  const org = await getOrg(ctx, { path: ctx.actor.orgPath })
  if (org.kind === 'district') return `${org.name.replace(/^(广东省)?(深圳市)?/, '').charAt(0)}工`
  return `${org.short_name.replace(/街道.*$/, '')}街工`
}

async function factsOf(ctx: Ctx, row: FoundingRow): Promise<PaperFacts> {
  const [heads, firms, election, upper] = await Promise.all([
    headsOf(ctx, row.id),
    firmsOf(ctx, row.id),
    electionOfFounding(ctx, row.id),
    getOrg(ctx, { path: upperOf(row.org_path) }),
  ])
  const years = row.term_years ?? 5
  const fromOn = firstDay(ctx, election)
  return {
    ...heads,
    unionName: row.union_name,
    firms: firms.map(({ name }) => name),
    form: row.form,
    body: row.body,
    upper: upper.name,
    termYears: years,
    heldOn: election?.heldOn ?? null,
    elected: election ? groupElected(row, await electedOf(ctx, election)) : [],
    fromOn,
    until: addDays(addYears(fromOn, years), -1),
  }
}

export type ElectedPerson = OutputOf<typeof contract.get>['election'] extends infer E | null
  ? E extends { elected: (infer P)[] }
    ? P
    : never
  : never

/** Who was elected to what, with names. */
export async function electedOf(ctx: Ctx, election: Election): Promise<ElectedPerson[]> {
  const ids = [...new Set(election.elected.map(({ personId }) => personId))]
  if (ids.length === 0) return []
  const people = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', ids)
    .execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return election.elected.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))
}

/** In the order of the result form; without a committee the one who was elected is the organiser. */
function groupElected(row: FoundingRow, elected: readonly ElectedPerson[]): PaperFacts['elected'] {
  const titles = Object.entries(dutyTitles)
  return titles.flatMap(([duty, title]) => {
    const names = elected.filter((one) => one.duty === duty).map(({ name }) => name)
    const shown = row.body === 'organiser' && duty === 'chair' ? dutyTitles.organiser : title
    return names.length > 0 ? [{ title: shown, names }] : []
  })
}

/** One paper as it was issued, to be read or printed. @throws Failure 404 */
export async function readPaper(
  ctx: Ctx,
  input: { id: string; paperId: string },
): Promise<OutputOf<typeof contract.paper>> {
  const founding = await seen(ctx, input.id)
  const row = await ctx.tx
    .selectFrom('founding_papers')
    .selectAll()
    .where('federation_id', '=', founding.federation_id)
    .where('founding_id', '=', founding.id)
    .where('id', '=', input.paperId)
    .executeTakeFirst()
  if (!row) return fail(404, '没有找到这份文书，请从建会页面重新打开')
  const { id, kind, number, title, issuer, issued_on: issuedOn, addressee, content } = row
  return { id, kind, number, title, issuer, issuedOn, addressee, paragraphs: content.split('\n') }
}
