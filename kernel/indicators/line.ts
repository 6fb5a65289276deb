import { isUnder } from '../access/permissions.ts'
import { addMilliseconds, dayOf, type Span } from '../calendar/days.ts'
import { isWholeYear, type Period, yearOf } from '../calendar/period.ts'
import type { OutputOf, ParsedOf } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine, type Line } from '../line.ts'
import { isReached, listTargets, type Target } from '../parameters/targets.ts'
import { showRecords } from './behind.ts'
import type { ByUnion } from './by-union.ts'
import { unrecordedIn } from './catalogue.ts'
import { contract } from './contract.ts'
import { canTell, figureOf, type Place, partsOf, totals, type Value } from './fold.ts'
import { definitionOf, type Group, groupCodes, groupTitles, isRecorded } from './groups.ts'
import { openedOf } from './opened.ts'
import { permissions } from './permissions.ts'
import { recordsOf } from './records.ts'
import { monthWindowsOf, windowsOf } from './windows.ts'

type Asked = { period: Period; orgPath?: string | undefined; group?: Group | undefined }
type Found = { line: Line; name: string }
type Total = OutputOf<typeof contract.list>[number]

/**
 * Where a figure is asked for, never beyond the actor's own union.
 * @throws Failure 403
 */
function placeOf(ctx: Ctx, { orgPath = ctx.actor.orgPath, group }: Asked): Place {
  if (!isUnder(orgPath, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的数据')
  return { federationId: ctx.actor.federationId, orgPath, group }
}

/** @throws Failure 404 */
function find(ctx: Ctx, code: string): Found {
  const [slug, name = ''] = code.split('.')
  const line = ctx.house.lines.find((l) => l.slug === slug)
  if (!line?.indicators?.[name]) fail(404, '没有这项数据，可能已改名')
  return { line, name }
}

function plateOf({ line, name }: Found) {
  const { code, figure } = figureOf(line, name)
  const { title, unit, kind, definition, owner } = figure
  const byGroup = partsOf(line, name).every((part) => part.figure.byGroup ?? false)
  return { code, line: line.slug, title, unit, kind, definition, owner, byGroup }
}

const untold = { value: null, numerator: null, denominator: null }

/** A share of nothing is no share, and what cannot be told for a group is nothing at all. */
const shown = (value: Value | undefined) => (value ? { ...value, value: toldOf(value) } : untold)
const toldOf = (value: Value | undefined): number | null =>
  value === undefined || value.denominator === 0 ? null : value.value

/** Totals with last year's and the target's, in three round trips whatever their number. */
async function totalsOf(ctx: Ctx, found: readonly Found[], input: Asked): Promise<Total[]> {
  const place = placeOf(ctx, input)
  const { now, before } = windowsOf(input.period, ctx.now)
  const [values, targets] = await Promise.all([totals(ctx.tx, found, place, [now, before]), targetsOf(ctx, input)])
  return found.map((one) => totalOf(ctx, one, input, values.get(figureOf(one.line, one.name).code) ?? [], targets))
}

const targetsOf = (ctx: Ctx, { group, period }: Asked): Promise<Target[]> | Target[] =>
  group === undefined && isWholeYear(period) ? listTargets(ctx, { year: yearOf(period) }) : []

/** @param values this year's and last year's, none when it cannot be told */
function totalOf(
  ctx: Ctx,
  one: Found,
  input: Asked,
  [value, last]: readonly Value[],
  targets: readonly Target[],
): Total {
  const place = placeOf(ctx, input)
  const plate = plateOf(one)
  const target = targets.find(({ figure }) => figure === plate.code)
  const isMeant = plate.kind === 'rate' || place.orgPath === `${place.federationId}.`
  return {
    ...plate,
    ...shown(value),
    asOf: windowsOf(input.period, ctx.now).asOf,
    lastYear: toldOf(last),
    target: target && isMeant ? heldTo(target, toldOf(value)) : null,
  }
}

const heldTo = (target: Target, value: number | null): Total['target'] => ({
  number: target.number,
  comparator: target.comparator,
  reached: value !== null && isReached(target, value),
})

const everyFigure = (ctx: Ctx): Found[] =>
  ctx.house.lines.flatMap((line) => Object.keys(line.indicators ?? {}).map((name) => ({ line, name })))

const list = (ctx: Ctx, { line, codes, ...input }: ParsedOf<typeof contract.list>) =>
  totalsOf(
    ctx,
    everyFigure(ctx).filter(
      (one) =>
        (line === undefined || one.line.slug === line) &&
        (codes === undefined || codes.includes(`${one.line.slug}.${one.name}`)),
    ),
    input,
  )

async function get(ctx: Ctx, input: ParsedOf<typeof contract.get>) {
  const found = find(ctx, input.code)
  const { now, before } = windowsOf(input.period, ctx.now)
  const [below, targets] = await Promise.all([
    placesBelow(ctx, placeOf(ctx, input).orgPath, now),
    targetsOf(ctx, input),
  ])
  const months = monthWindowsOf(input.period, windowsOf(input.period, ctx.now))
  const spans = [now, before, ...months.flatMap((month) => [month.now, month.before])]
  const paths = below.map(({ path }) => path)
  const opened = canTell(found.line, found.name, input.group)
    ? await openedOf(ctx.tx, found.line, found.name, placeOf(ctx, input), { spans, now, paths })
    : null
  const values = opened?.values ?? []
  const total = totalOf(ctx, found, input, values.slice(0, 2), targets)
  const places = unionsOf(below, placeOf(ctx, input), opened?.places)
  return {
    ...total,
    months: months.map(({ month }, i) => {
      const [value, last] = values.slice(2 * i + 2)
      return { month, ...shown(value), lastYear: toldOf(last) }
    }),
    ...places,
    average: total.kind === 'rate' && places.unions.length > 0 ? total.value : places.average,
  }
}

type Below = { path: string; short_name: string }

/** The figure in the streets or communities directly below that stood in the period, in official order, and what lies in none of them. */
function unionsOf(below: readonly Below[], { orgPath }: Place, places: ByUnion | undefined) {
  const plates = below.map(({ path, short_name }) => ({ path, name: short_name }))
  if (!places) return { unions: plates.map((plate) => ({ ...plate, ...untold })), average: null }
  const { each, rest } = places
  const unions = plates.map((plate, i) => ({ ...plate, ...shown(each[i]) }))
  const sum = each.reduce((all, { value }) => all + value, 0)
  const isEmpty = rest.value === 0 && !rest.denominator
  return {
    unions: isEmpty ? unions : [...unions, { path: orgPath, name: '未分到下级', ...shown(rest) }],
    average: each.length > 0 ? sum / each.length : null,
  }
}

const placesBelow = (ctx: Ctx, path: string, { from, to }: Span) =>
  ctx.tx
    .selectFrom('orgs as o')
    .innerJoin('orgs as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').onRef('p.id', '=', 'o.parent_id').on('p.path', '=', path),
    )
    .select(['o.path', 'o.short_name'])
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.kind', 'in', ['street', 'community'])
    .where('o.valid_from', '<=', dayOf(addMilliseconds(to, -1)))
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', dayOf(from))]))
    .orderBy('o.sort')
    .orderBy('o.path')
    .execute()

async function records(ctx: Ctx, input: ParsedOf<typeof contract.records>) {
  const { line, name } = find(ctx, input.code)
  const place = placeOf(ctx, input)
  if (!canTell(line, name, input.group)) return { rows: [], next: null }
  const [over, under = over] = partsOf(line, name)
  const part = input.part === 'denominator' ? under : over
  const { now } = windowsOf(input.period, ctx.now)
  const { rows, next } = await recordsOf(ctx.tx, part, { ...place, ...now }, input)
  return { rows: await showRecords(ctx, rows, part.figure.opens), next }
}

const names = async (ctx: Ctx) => everyFigure(ctx).map(plateOf)
const unrecorded = async (ctx: Ctx) => unrecordedIn(ctx.house.lines)
const groups = async (ctx: Ctx) =>
  groupCodes.map((group) => ({
    group,
    title: groupTitles[group],
    definition: definitionOf(group, ctx.today),
    isRecorded: isRecorded(group),
  }))

/** Every figure of every line, and what stands behind it. */
export const line = defineLine({
  slug: 'figures',
  title: '数据',
  chapter: 'together',
  permissions,
  contract,
  handlers: { list, names, get, records, unrecorded, groups },
})
