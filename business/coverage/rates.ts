import { sql } from 'kysely'
import { daysBetween } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { askedOf } from './asked.ts'
import type { contract } from './contract.ts'
import { firmsAt, oneDay, spansOf } from './rows.ts'
import { parametersAt } from './rules/parameters.ts'
import { type RatedBand, ratedBands, rateOf } from './rules/words.ts'

type Rates = OutputOf<typeof contract.rates>

/** How many firms of one kind, in one of the places directly below. */
type Group = {
  band: RatedBand
  status: string
  isCovered: boolean
  form: string | null
  child: string
  firms: number
  workers: number
  members: number
}

/** The rates of a place as of a day, with their parts, what is left out, the places below, and what they rest on. Three statements. */
export async function getRates(ctx: Ctx, input: ParsedOf<typeof contract.rates>): Promise<Rates> {
  const { under, on } = askedOf(ctx, input)
  const [groups, orgs, since] = await Promise.all([
    groupsOf(ctx, under, on),
    placesOf(ctx, under, on),
    fullSince(ctx, under, on),
  ])
  const here = orgs.find((org) => org.path === under) ?? fail(404, '没有找到这个地方，请重新选择')
  const bands = (Object.keys(ratedBands) as RatedBand[]).map((band) => bandOf(groups, band))
  const large = bands.find(({ band }) => band === '100+')
  return {
    on,
    place: { path: under, name: here.name },
    bands,
    members: on === ctx.today ? membersOf(groups) : null,
    full: {
      isFull: large !== undefined && large.base > 0 && large.uncovered === 0,
      since,
      days: since === null ? null : daysBetween(since, on),
    },
    places: [
      ...orgs.filter((org) => org.path !== under).map((org) => placeOf(groups, org.path, org.name)),
      ...strays(groups, orgs),
    ],
    parameters: parametersAt(on),
  }
}

/** The path of the place directly below, of whatever lies in it. */
const childPath = (under: string) => {
  const next = sql`split_part(f.org_path, '.', ${sql.lit(under.split('.').length)})`
  return sql<string>`${under}::text || ${next} || case when ${next} = '' then '' else '.' end`
}

function groupsOf(ctx: Ctx, under: string, on: string): Promise<Group[]> {
  return ctx.tx
    .selectFrom(firmsAt(ctx.actor.federationId, oneDay(on), { under }).as('f'))
    .leftJoin('enterprise_members as m', (join) =>
      join.on('m.federation_id', '=', ctx.actor.federationId).onRef('m.enterprise_id', '=', 'f.enterprise_id'),
    )
    .select([
      'f.band',
      'f.status',
      sql<boolean>`f.union_id is not null`.as('isCovered'),
      'f.form',
      childPath(under).as('child'),
    ])
    .select([
      sql<number>`count(*)`.as('firms'),
      sql<number>`sum(f.headcount)::int8`.as('workers'),
      sql<number>`coalesce(sum(m.members), 0)::int8`.as('members'),
    ])
    .groupBy(sql`1, 2, 3, 4, 5`)
    .execute()
}

/** The place itself and those directly below it that stood on the day, in official order. */
const placesOf = (ctx: Ctx, under: string, on: string) =>
  ctx.tx
    .selectFrom('orgs as o')
    .innerJoin('orgs as p', (join) =>
      join
        .onRef('p.federation_id', '=', 'o.federation_id')
        .on('p.path', '=', under)
        .on((eb) => eb.or([eb('o.id', '=', eb.ref('p.id')), eb('o.parent_id', '=', eb.ref('p.id'))])),
    )
    .select(['o.path', 'o.short_name as name'])
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where((eb) => eb.or([eb('o.path', '=', under), eb('o.kind', 'in', ['street', 'community'])]))
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', on)]))
    .orderBy('o.sort')
    .orderBy('o.path')
    .execute()

/** The last day up to `on` on which the hundred band became full or ceased to be; null when it never changed. */
async function fullSince(ctx: Ctx, under: string, on: string): Promise<string | null> {
  const { rows } = await sql<{ since: string | null }>`
    select max(day) as since from (
      select unnest(array[lower(r), upper(r)]) as day from (
        select unnest(range_agg(gap)) as r from (
          select unnest(base - cover) as gap from ${spansOf(ctx.actor.federationId, { bands: ['100+'], under })} s) gaps) spans) bounds
    where day <= ${on}::date`.execute(ctx.tx)
  return rows[0]?.since ?? null
}

const sum = (groups: readonly Group[], of: 'firms' | 'workers' | 'members' = 'firms'): number =>
  groups.reduce((total, group) => total + group[of], 0)

function bandOf(all: readonly Group[], band: RatedBand): Rates['bands'][number] {
  const groups = all.filter((group) => group.band === band)
  const left = (status: string) => sum(groups.filter((group) => group.status === status))
  const counted = groups.filter(({ status }) => status === 'counted')
  const share = shareOf(counted)
  const by = (form: string) => sum(counted.filter((group) => group.isCovered && group.form === form))
  return {
    band,
    ...share,
    single: by('single'),
    joint: by('joint'),
    uncovered: share.base - share.covered,
    excluded: left('excluded'),
    stale: left('stale'),
    settling: left('settling'),
  }
}

function shareOf(counted: readonly Group[]) {
  const base = sum(counted)
  const covered = sum(counted.filter(({ isCovered }) => isCovered))
  return { base, covered, rate: rateOf(covered, base) }
}

/** 会员入会率: members over workers of the covered firms of the base. */
function membersOf(groups: readonly Group[]): Rates['members'] {
  const covered = groups.filter(({ status, isCovered }) => status === 'counted' && isCovered)
  const members = sum(covered, 'members')
  const workers = sum(covered, 'workers')
  return { members, workers, rate: workers === 0 ? null : Math.round((members / workers) * 1000) / 10 }
}

function placeOf(groups: readonly Group[], path: string, name: string): Rates['places'][number] {
  const counted = groups.filter(({ child, status }) => child === path && status === 'counted')
  const of = (band: RatedBand) => shareOf(counted.filter((group) => group.band === band))
  return { path, name, large: of('100+'), middle: of('25-99') }
}

/** Firms at places that stand no more or at the place itself: they count in the whole and must not be lost below it. */
function strays(groups: readonly Group[], orgs: readonly { path: string }[]): Rates['places'] {
  const under = orgs[0]?.path
  const known = new Set(orgs.map(({ path }) => path).filter((path) => path !== under))
  if (known.size === 0) return []
  const lost = groups.filter(({ child }) => !known.has(child)).map((group) => ({ ...group, child: '' }))
  return lost.length === 0 ? [] : [placeOf(lost, '', '未分到下级')]
}
