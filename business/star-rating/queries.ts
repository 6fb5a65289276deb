import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { type ItemRow, itemsOf, openStatement } from './items.ts'
import { pollOf } from './poll.ts'
import { parametersAt } from './rules/parameters.ts'
import { isItem } from './rules/score-table.ts'
import type { RatingRow } from './step.ts'

type Matter = OutputOf<typeof contract.get>

/** One rating: every item with what is behind it, how the members' rating stands, what it came to. */
export async function getMatter(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const items = (await itemsOf(ctx, id)).flatMap((item) => itemOf(ctx, item) ?? [])
  const poll = await pollOf(ctx, id)
  const files = await listDocuments(ctx, id)
  return {
    ...matter,
    ...resultOf(row),
    verbs: matter.verbs.map((verb) => ({ ...verb, ...waiting(verb, row, poll, ctx.today) })),
    orgName: (await getOrg(ctx, { id: row.org_id })).name,
    items,
    poll,
    parameters: parametersAt(row.computed_on ?? ctx.today),
    files: files.map(({ id: file, name, mediaType, bytes }) => ({ id: file, name, mediaType, bytes })),
  }
}

const resultOf = (row: RatingRow) => ({
  orgId: row.org_id,
  computedOn: row.computed_on,
  pointsFrom: row.points_from,
  veto: row.veto,
  scorePerMille: row.score_per_mille,
  stars: row.stars,
  membersPerMille: row.members_per_mille,
  publicUntil: row.public_until,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  endedOn: row.ended_on,
  endedFor: row.ended_for,
})

function itemOf(ctx: Ctx, row: ItemRow): Matter['items'][number] | null {
  if (!isItem(row.item)) return null
  return {
    item: row.item,
    source: row.source,
    maxTenths: row.max_tenths,
    pointsTenths: row.points_tenths,
    rows: row.rows_count,
    value: row.value,
    opens: row.opens,
    asOf: row.as_of,
    statement: openStatement(ctx, row),
    claimedTenths: row.claimed_tenths,
    reason: row.check_reason,
  }
}

/** A step that must wait says until when. Only what is offered; the steps judge for themselves. */
function waiting(verb: Matter['verbs'][number], row: RatingRow, poll: Matter['poll'], today: string) {
  if (!verb.enabled) return {}
  if (verb.verb === 'propose' && poll && !poll.isOver)
    return { enabled: false, why: `会员评家到 ${poll.closesOn} 为止，期满才能拟定星级` }
  if (verb.verb === 'grant' && row.public_until !== null && today <= row.public_until)
    return { enabled: false, why: `公示到 ${row.public_until} 为止，期满才能授星` }
  return {}
}
