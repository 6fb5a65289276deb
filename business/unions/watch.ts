import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { nearest, officersOf, parentOf, upwards } from '../../kernel/jobs/officers.ts'
import { notices } from '../../kernel/notify/notices.ts'
import { certificateNotice, chairDue, termNotices } from './limits.ts'
import { enactElection } from './offices.ts'
import { type Due, digestOf } from './rules/digest.ts'
import { stageOf } from './rules/standing.ts'
import { baseUnionsOn, termUntil } from './standing.ts'

type Found = Due & { orgId: string; path: string; dueOn: Day }
const LOOK_BACK = 60
const CHUNK = 5000
const lookAfter = new Set(['community_officer', 'street_officer', 'district_officer'] as const)

/** Every morning: confirmed elections take effect on their day, then one digest for each officer of what has come near or passed since the last. */
export async function watch(ctx: Ctx): Promise<void> {
  const taken = await enactConfirmed(ctx)
  const fresh = await untold(ctx, await dueUnions(ctx))
  const told = await tell(ctx, fresh)
  await remember(ctx, fresh)
  ctx.audit = {
    line: 'unions',
    recordId: null,
    reason: `选举结果就任 ${taken} 件；提醒 ${told} 人，涉及 ${fresh.length} 项`,
  }
}

/** The cards of elections tell which have been confirmed lately; their own line tells the rest. */
async function enactConfirmed(ctx: Ctx): Promise<number> {
  const confirmed = await ctx.tx
    .selectFrom('cases as e')
    .select('e.id')
    .where('e.federation_id', '=', ctx.actor.federationId)
    .where('e.line', '=', 'elections')
    .where('e.state', '=', 'confirmed')
    .where('e.updated_at', '>=', addDays(ctx.today, -LOOK_BACK))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('union_elections as t')
            .select('t.election_id')
            .whereRef('t.federation_id', '=', 'e.federation_id')
            .whereRef('t.election_id', '=', 'e.id'),
        ),
      ),
    )
    .orderBy('e.updated_at')
    .limit(500)
    .execute()
  let taken = 0
  for (const { id } of confirmed) if (await enactElection(ctx, id)) taken += 1
  return taken
}

/** Base unions whose term or certificate runs out within the notice, or that have no chair though they have a term. */
async function dueUnions(ctx: Ctx): Promise<Found[]> {
  const terms = termNotices(ctx)
  const certificate = certificateNotice(ctx)
  const lastChair = sql<Day | null>`(select max(x.to_on) from union_officers x where x.federation_id = o.federation_id and x.org_id = o.id and x.duty = 'chair')`
  const rows = await baseUnionsOn(ctx.tx, ctx.actor.federationId, ctx.today)
    .select(['o.id as orgId', 'o.path', 'h.id as chair', 't.from_on as begunOn', 'c.expires_on as certificateUntil'])
    .select([termUntil.as('termUntil'), sql<Day | null>`case when h.id is null then ${lastChair} end`.as('chairLeft')])
    .where(
      sql<boolean>`(${termUntil} <= ${terms[0]}::date or c.expires_on <= ${certificate}::date or (h.id is null and t.id is not null))`,
    )
    .execute()
  return rows.flatMap(({ orgId, path, ...row }) => {
    const vacantSince = row.chair === null ? (row.chairLeft ?? row.begunOn) : null
    const dues = [
      ['term', row.termUntil, row.termUntil && stageOf(row.termUntil, ctx.today, terms)],
      [
        'certificate',
        row.certificateUntil,
        row.certificateUntil && stageOf(row.certificateUntil, ctx.today, [certificate, certificate, certificate]),
      ],
      ['chair', vacantSince && chairDue(ctx, vacantSince), vacantSince && chairStage(ctx, vacantSince)],
    ] as const
    return dues.flatMap(([kind, dueOn, stage]) =>
      dueOn && typeof stage === 'number' ? [{ orgId, path, kind, dueOn, stage }] : [],
    )
  })
}

const chairStage = (ctx: Ctx, vacantSince: Day): 0 | 1 => (chairDue(ctx, vacantSince) < ctx.today ? 0 : 1)

const keyOf = (of: { orgId: string; kind: string; dueOn: Day; stage: number }) =>
  `${of.orgId} ${of.kind} ${of.dueOn} ${of.stage}`

async function untold(ctx: Ctx, found: readonly Found[]): Promise<Found[]> {
  const told = await ctx.tx
    .selectFrom('union_reminders')
    .select(['org_id as orgId', 'kind', 'due_on as dueOn', 'stage'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', sql<string>`any (${found.map(({ orgId }) => orgId)}::uuid[])`)
    .execute()
  const known = new Set(told.map(keyOf))
  return found.filter((one) => !known.has(keyOf(one)))
}

async function remember(ctx: Ctx, fresh: readonly Found[]): Promise<void> {
  for (let at = 0; at < fresh.length; at += CHUNK) {
    const rows = fresh.slice(at, at + CHUNK).map(({ orgId, kind, dueOn, stage }) => ({
      federation_id: ctx.actor.federationId,
      org_id: orgId,
      kind,
      due_on: dueOn,
      stage,
      told_on: ctx.today,
    }))
    await ctx.tx.insertInto('union_reminders').values(rows).execute()
  }
}

/** One message to each officer of the nearest union above that has one. @returns how many people */
async function tell(ctx: Ctx, fresh: readonly Found[]): Promise<number> {
  if (fresh.length === 0) return 0
  const aboveOf = ({ path }: Found) => parentOf(path) ?? path
  const officers = await officersOf(ctx, fresh.map(aboveOf))
  const byPerson = new Map<string, Found[]>()
  for (const one of fresh)
    for (const person of nearest(officers, aboveOf(one), lookAfter))
      byPerson.set(person, [...(byPerson.get(person) ?? []), one])
  const ids = await idsOf(ctx, fresh.map(aboveOf))
  const messages = [...byPerson].map(([recipientId, own]) => ({
    recipientId,
    line: 'unions',
    recordId: ids.get(commonPlace(own.map(aboveOf))) ?? null,
    ...digestOf(own),
  }))
  await notices(ctx, messages)
  return messages.length
}

/** The lowest union that all of them stand under: where the message leads. */
const commonPlace = (paths: readonly string[]): string =>
  upwards(paths[0] ?? '').find((place) => paths.every((path) => path.startsWith(place))) ?? ''

async function idsOf(ctx: Ctx, paths: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', 'in', [...new Set(paths.flatMap(upwards))])
    .execute()
  return new Map(rows.map(({ id, path }) => [path, id]))
}
