import { type Insertable, sql } from 'kysely'
import { between, randomOf, seededId } from '../../../district/random.ts'
import { addDays, type Day, instantAt, yearOf } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { validTo } from '../facts.ts'
import { computedRows, sealStatement } from '../items.ts'
import type { Facts } from '../rules/measure.ts'
import { leastVotes } from '../rules/poll.ts'
import { levelOf, pointsOf, scoreOf } from '../rules/score.ts'
import { declaredItems, maxTenths } from '../rules/score-table.ts'
import { staffOf, written } from './play.ts'
import { way } from './stories.ts'

/** Stars of the years 2022 to 2025, one every twelve days. */
export const GRANTED = 120
const FIRST: Day = '2022-01-12'
const GRANT_AFTER = 40

type Candidate = {
  id: string
  path: string
  shortName: string
  fromOn: Day
  expiresOn: Day
  endedOn: Day | null
  members: number
  heads: number
  firmName: string | null
}
export type PastRows = {
  star_rating: Insertable<Schema['star_rating']>[]
  star_rating_items: Insertable<Schema['star_rating_items']>[]
  case_events: Insertable<Schema['case_events']>[]
}

/** Base unions with the terms they have had, in an order that is the same on every machine. Each table is read once. */
async function candidates(tx: Tx, house: House): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with chosen as materialized (select o.* from orgs o where o.federation_id = ${house.federationId} and o.form = 'single' and o.valid_to is null
        and o.sort % 2 = 1 and o.founded_on < '2021-01-01' order by (o.sort * 7919) % 10007, o.path limit 400),
      counted as materialized (select p.union_id, count(*)::int as members from persons p where p.federation_id = ${house.federationId}
        and p.membership = 'full' and p.union_id in (select id from chosen) group by p.union_id),
      staffed as materialized (select e.union_id, sum(e.headcount)::int as heads, min(e.name) as name from enterprises e where e.federation_id = ${house.federationId}
        and e.union_id in (select id from chosen) group by e.union_id)
    select o.id, o.path, o.short_name as "shortName", t.from_on as "fromOn", t.expires_on as "expiresOn", t.ended_on as "endedOn",
      coalesce(m.members, 0) as members, coalesce(s.heads, 0) as heads, s.name as "firmName"
    from chosen o join union_terms t on t.federation_id = o.federation_id and t.org_id = o.id
      left join counted m on m.union_id = o.id left join staffed s on s.union_id = o.id
    order by (o.sort * 7919) % 10007, o.path, t.ordinal`.execute(tx)
  return rows
}

/** All rows of the past. Unions are taken in turn, each once, whose term held when the star was given. */
export async function pastRows(tx: Tx, house: House): Promise<PastRows> {
  const rows: PastRows = { star_rating: [], star_rating_items: [], case_events: [] }
  const all = await candidates(tx, house)
  const taken = new Set<string>()
  const perYear = new Map<number, number>()
  for (let n = 0; n < GRANTED; n++) {
    const from = addDays(FIRST, n * 12)
    const union = all.find(
      ({ id, fromOn, expiresOn, endedOn }) =>
        !taken.has(id) && fromOn <= addDays(from, -GRANT_AFTER) && expiresOn > from && (endedOn ?? '9999') > from,
    )
    if (!union) continue
    taken.add(union.id)
    const asked = addDays(from, -GRANT_AFTER)
    const ordinal = (perYear.get(yearOf(asked)) ?? 0) + 1
    perYear.set(yearOf(asked), ordinal)
    addStar(rows, house, union, { n, from, number: `XJGH${yearOf(asked)}-${String(ordinal).padStart(4, '0')}` })
  }
  return rows
}

type Plan = { n: number; from: Day; number: string }

function addStar(rows: PastRows, house: House, union: Candidate, plan: Plan): void {
  const random = randomOf('past stars', plan.n)
  const id = seededId('star rating', plan.n)
  const computedOn = addDays(plan.from, 4 - GRANT_AFTER)
  const given = { ratingId: id, federationId: house.federationId, orgId: union.id, orgPath: union.path }
  const voters = leastVotes(union.members, plan.from) + between(random, 1, 6)
  const said = between(random, 720, 990)
  const items = computedRows(given, factsOf(union, computedOn, random), {}).map((row) =>
    row.source === 'members'
      ? {
          ...row,
          points_tenths: pointsOf(said / 1000, row.max_tenths),
          rows_count: voters,
          value: `${voters} 人参评，满意度 ${Math.floor(said / 10)}%`,
        }
      : row,
  )
  for (const item of declaredItems) {
    const most = maxTenths(item)
    const points = between(random, Math.floor(most * 0.5), most)
    items.push({
      federation_id: house.federationId,
      rating_id: id,
      item,
      source: 'declared',
      max_tenths: most,
      points_tenths: points,
      claimed_tenths: points,
      statement_sealed: sealStatement(house, id, item, written[item]),
      as_of: computedOn,
    })
  }
  const score = scoreOf(
    items.map(({ max_tenths, points_tenths }) => ({ maxTenths: max_tenths, pointsTenths: points_tenths ?? null })),
  )
  const stars = levelOf({ scorePerMille: score, veto: '', isRated: true, on: plan.from })
  if (stars === 0) throw new Error(`past star ${plan.n} reaches no level: ${score}`)
  rows.star_rating_items.push(...items)
  rows.star_rating.push({
    ...ratingOf(house, union, plan, id),
    computed_on: computedOn,
    voters,
    stars,
    members_per_mille: said,
    score_per_mille: score,
  })
  addEvents(rows, house, union, plan, id)
}

const ratingOf = (house: House, union: Candidate, { n, from, number }: Plan, id: string) => ({
  federation_id: house.federationId,
  id,
  number,
  title: `${union.shortName}申报星级`,
  state: n % 60 === 7 ? ('revoked' as const) : ('granted' as const),
  org_path: union.path,
  unit_path: union.path,
  org_id: union.id,
  public_until: addDays(from, -3),
  valid_from: from,
  valid_to: validTo(from),
  ended_on: n % 60 === 7 ? addDays(from, 300) : null,
  ended_for: n % 60 === 7 ? ('dispute' as const) : ('' as const),
  created_at: instantAt(addDays(from, -GRANT_AFTER), '10:00'),
  updated_at: instantAt(from, '15:00'),
  closed_at: instantAt(n % 60 === 7 ? addDays(from, 300) : from, '15:00'),
})

/** What its records said then, made up like the union itself. */
function factsOf(union: Candidate, asOf: Day, random: () => number): Facts {
  const { members, heads } = union
  const due = between(random, 0, 4)
  return {
    asOf,
    closedOn: null,
    termUntil: union.expiresOn,
    hasChair: true,
    chairIsMember: true,
    certificateUntil: random() < 0.8 ? union.expiresOn : null,
    committee: between(random, 3, 7),
    audit: 1,
    women: random() < 0.85 ? 1 : 0,
    womenMembers: Math.ceil(members / 3),
    members,
    verified: Math.round(members * (0.7 + random() * 0.3)),
    renewed: between(random, 1, 6),
    heads: heads === 0 ? null : heads,
    firms: 1,
    firmName: union.firmName,
    turns: 1,
    turnsInTime: 1,
    due,
    inTime: Math.max(0, due - between(random, 0, 1)),
    overdue: 0,
    groupAppeals: [],
  }
}

function addEvents(rows: PastRows, house: House, union: Candidate, { n, from }: Plan, id: string): void {
  const { clerk, officer, decider } = staffOf(union.path)
  const asked = addDays(from, -GRANT_AFTER)
  const doers = { apply: clerk, accept: clerk, compute: clerk, countersign: clerk, grant: decider, revoke: decider }
  const steps = [
    { verb: 'apply', to: 'applied', after: 0 },
    ...way,
    { verb: 'grant', to: 'granted', after: GRANT_AFTER },
    ...(n % 60 === 7 ? [{ verb: 'revoke', to: 'revoked', after: GRANT_AFTER + 300 }] : []),
  ]
  for (const [i, { verb, to, after }] of steps.entries()) {
    const actor = verb in doers ? doers[verb as keyof typeof doers] : officer
    rows.case_events.push({
      federation_id: house.federationId,
      id: seededId('star event', n * 16 + i),
      line: 'star-rating',
      record_id: id,
      verb,
      from_state: steps[i - 1]?.to ?? null,
      to_state: to,
      at: instantAt(addDays(asked, after), after === 0 ? '10:00' : '15:00'),
      actor_id: actor.personId,
      actor_name: actor.name,
      actor_org: actor.orgName,
      note: verb === 'revoke' ? '发生严重劳资纠纷：群体停工，未能协调' : '',
    })
  }
}
