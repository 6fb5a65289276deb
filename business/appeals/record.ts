import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listMatters, listRecoveries } from '../../kernel/disputes/disputes.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { maskName, maskPhone } from '../../kernel/people/mask.ts'
import { clocksOf, historyOf } from '../../kernel/workflow/matters.ts'
import { getRecord, type RowOf } from '../../kernel/workflow/record.ts'
import { verbsOf } from '../../kernel/workflow/verbs.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { crowdOf, isRepeat } from './rules/matching.ts'
import { workflow } from './workflow.ts'

export type AppealRow = RowOf<'appeals'>
type Appeal = OutputOf<typeof contract.get>

export const open = (ctx: Ctx, row: AppealRow, column: string, sealed: string | null): string | null =>
  sealed === null ? null : ctx.house.sealer.open(sealed, `appeals.${column}:${row.id}`)

/** One appeal with all that an officer needs to decide: what happened, the clocks, the dispute, what is similar, what may be done next. */
export async function getAppeal(ctx: Ctx, id: string): Promise<Appeal> {
  const row = await getRecord(ctx, caseLine, 'appeals.read', id)
  // None of them waits for another: on a server they share one round trip.
  const [names, events, clocks, dispute, similar, files, referrals] = await Promise.all([
    namesOf(ctx, row),
    historyOf(ctx, workflow, id),
    clocksOf(ctx, id),
    disputeOf(ctx, row.dispute_id),
    listSimilar(ctx, row),
    listDocuments(ctx, id),
    listReferrals(ctx, id),
  ])
  const next = clocks
    .filter((c) => !c.metAt && !c.cancelledAt && !c.pausedAt)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  return {
    ...plainOf(row),
    ...sealedOf(ctx, row),
    ...names,
    nextVerb: next ? (workflow.clocks[next.name]?.verb ?? null) : null,
    nextDueAt: next?.dueAt ?? null,
    events,
    clocks,
    dispute,
    files,
    referrals,
    similar: similar.map((s) => ({ ...s.row, isRepeat: s.isRepeat })),
    crowd: crowdOf(
      comparableOf(row),
      similar.map((s) => s.comparable),
    ),
    verbs: verbsOf(caseLine, ctx.actor, row, events),
  }
}

const plainOf = (row: AppealRow) => ({
  id: row.id,
  number: row.number,
  title: row.title,
  state: row.state,
  channel: row.channel,
  category: row.category,
  headcount: row.headcount,
  isGroup: row.is_group,
  urgency: row.urgency,
  enterpriseName: row.enterprise_name,
  createdAt: row.created_at,
  outsideNumber: row.outside_number,
  isAnonymous: row.is_anonymous,
  enterpriseId: row.enterprise_id,
  claimFen: row.claim_fen,
  difficulty: row.difficulty,
  declineReason: row.decline_reason,
  outcome: row.answer_outcome,
  recoveredFen: row.recovered_fen,
  satisfaction: row.satisfaction,
  suspendedFor: row.suspended_for,
  mergedInto: row.merged_into,
})

/** Personal words and numbers: opened here, the contact masked. */
function sealedOf(ctx: Ctx, row: AppealRow) {
  const name = open(ctx, row, 'contact_name', row.contact_name_sealed)
  const phone = open(ctx, row, 'contact_phone', row.contact_phone_sealed)
  return {
    story: open(ctx, row, 'story', row.story_sealed) ?? '',
    answer: open(ctx, row, 'answer', row.answer_sealed),
    rating: open(ctx, row, 'rating', row.rating_sealed),
    contactName: name ? maskName(name) : null,
    contactPhone: phone ? maskPhone(phone) : null,
  }
}

/** Names of place, handling union and handler in one statement. */
const namesOf = async (ctx: Ctx, row: Pick<AppealRow, 'federation_id' | 'org_path' | 'unit_path' | 'assignee_id'>) => {
  const found = await sql<{ place: string | null; unitName: string | null; assigneeName: string | null }>`
    select (select short_name from orgs where federation_id = ${row.federation_id} and path = ${row.org_path}) as place,
      (select name from orgs where federation_id = ${row.federation_id} and path = ${row.unit_path}) as "unitName",
      nf_officer_name(${row.federation_id}, ${row.assignee_id}::uuid) as "assigneeName"`.execute(ctx.tx)
  const names = found.rows[0]
  return { place: names?.place ?? '', unitName: names?.unitName ?? '', assigneeName: names?.assigneeName ?? null }
}

async function disputeOf(ctx: Ctx, id: string): Promise<Appeal['dispute']> {
  const [{ number }, matters, recoveries] = await Promise.all([
    ctx.tx
      .selectFrom('disputes')
      .select('number')
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    listMatters(ctx, id),
    listRecoveries(ctx, id),
  ])
  return {
    id,
    number,
    recoveredFen: recoveries.reduce((sum, r) => sum + r.amount_fen, 0),
    matters: matters.map((m) => ({
      id: m.id,
      line: m.line,
      number: m.number,
      title: m.title,
      state: m.state,
      source: m.source,
      createdAt: m.created_at,
    })),
  }
}

const comparableOf = (
  row: Pick<
    AppealRow,
    'id' | 'person_id' | 'contact_phone_index' | 'enterprise_id' | 'category' | 'headcount' | 'closed_at'
  >,
) => ({
  id: row.id,
  personId: row.person_id,
  phoneIndex: row.contact_phone_index,
  enterpriseId: row.enterprise_id,
  category: row.category,
  headcount: row.headcount,
  closed: row.closed_at !== null,
})

/** Appeals of the last half year about the same employer and matter, or by the same person. */
async function listSimilar(ctx: Ctx, row: AppealRow) {
  if (!row.enterprise_id && !row.contact_phone_index) return []
  const rows = await ctx.tx
    .selectFrom('appeals')
    .select([
      'id',
      'number',
      'title',
      'state',
      'created_at',
      'person_id',
      'contact_phone_index',
      'enterprise_id',
      'category',
      'headcount',
      'closed_at',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '<>', row.id)
    .where('created_at', '>', sql<string>`${row.created_at}::timestamptz - interval '180 days'`)
    .where((eb) =>
      eb.or([
        eb.and([eb('enterprise_id', '=', row.enterprise_id), eb('category', '=', row.category)]),
        eb('contact_phone_index', '=', row.contact_phone_index),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((r) => {
    const comparable = comparableOf(r)
    return {
      row: {
        id: r.id,
        number: r.number,
        title: r.title,
        state: r.state,
        createdAt: r.created_at,
        headcount: r.headcount,
      },
      comparable,
      isRepeat: isRepeat(comparableOf(row), comparable),
    }
  })
}

const listReferrals = (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('appeal_referrals')
    .select(['id', 'number', 'target', 'reason', 'at', 'reply', 'replied_at as repliedAt'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('appeal_id', '=', id)
    .orderBy('at')
    .execute()
