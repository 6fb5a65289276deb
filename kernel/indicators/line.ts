import { sql } from 'kysely'
import { endOf, isUnder } from '../access/permissions.ts'
import { addMilliseconds } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine, type Line } from '../line.ts'
import { maskName } from '../people/mask.ts'
import { contract } from './contract.ts'
import type { FigureRow } from './define.ts'
import {
  byMonth,
  byUnion,
  figureOf,
  figuresOf,
  rateOf,
  recordsOf,
  total,
  type Value,
  type Window,
  yearWindow,
} from './fold.ts'
import { permissions } from './permissions.ts'

type Asked = { year: number; orgPath?: string | undefined }

/**
 * The window asked for, never beyond the actor's own union and never beyond now: a stock of the running year is as of today.
 * @throws Failure 403
 */
function windowOf(ctx: Ctx, { year, orgPath = ctx.actor.orgPath }: Asked) {
  if (!isUnder(orgPath, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的数据')
  const window = yearWindow(ctx.actor.federationId, orgPath, year)
  return { ...window, to: window.from < ctx.now && ctx.now < window.to ? justAfter(ctx.now) : window.to }
}

/** Windows are half-open; what happens at this very instant is in. */
const justAfter = (instant: string): string => addMilliseconds(instant, 1)

function find(ctx: Ctx, code: string): { line: Line; name: string } {
  const [slug, name = ''] = code.split('.')
  const line = ctx.house.lines.find((l) => l.slug === slug)
  if (!line?.indicators?.[name]) fail(404, '没有这项数据，可能已改名')
  return { line, name }
}

/** Totals of one window, each taken once: a rate shares its parts with the figures that show them. */
function totalsOf(ctx: Ctx, window: Window) {
  const taken = new Map<string, Promise<Value>>()
  const valueAt = (line: Line, name: string): Promise<Value> => {
    const code = `${line.slug}.${name}`
    const value = taken.get(code) ?? takeTotal(line, name)
    taken.set(code, value)
    return value
  }
  const takeTotal = async (line: Line, name: string): Promise<Value> => {
    const figure = figureOf(line, name)
    if (figure.kind !== 'rate') return total(ctx.tx, line, name, window)
    const [over, under] = figure.over
    return rateOf((await valueAt(line, over)).value, (await valueAt(line, under)).value)
  }
  return valueAt
}

async function describe(found: { line: Line; name: string }, now: Valued, before: Valued) {
  const { line, name } = found
  const { title, unit, kind, definition, owner } = figureOf(line, name)
  return {
    code: `${line.slug}.${name}`,
    line: line.slug,
    title,
    unit,
    kind,
    definition,
    owner,
    ...(await now(line, name)),
    lastYear: (await before(line, name)).value,
  }
}

type Valued = ReturnType<typeof totalsOf>
type Listed = Asked & { line?: string | undefined; codes?: readonly string[] | undefined }

async function list(ctx: Ctx, { line, codes, ...input }: Listed) {
  const wanted = figuresOf(ctx.house.lines).filter(
    (one) => (line === undefined || one.line === line) && (codes === undefined || codes.includes(one.code)),
  )
  const now = totalsOf(ctx, windowOf(ctx, input))
  const before = totalsOf(ctx, windowOf(ctx, { ...input, year: input.year - 1 }))
  const found = []
  for (const { code } of wanted) found.push(await describe(find(ctx, code), now, before))
  return found
}

const names = async (ctx: Ctx) =>
  figuresOf(ctx.house.lines).map(({ code, line, figure: { title, unit, kind } }) => ({ code, line, title, unit, kind }))

async function get(ctx: Ctx, input: Asked & { code: string }) {
  const { line, name } = find(ctx, input.code)
  const window = windowOf(ctx, input)
  const unions = await byUnion(ctx.tx, line, name, window)
  const children = await ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', 'in', ['street', 'community'])
    .where('path', '>', window.orgPath)
    .where('path', '<', endOf(window.orgPath))
    .orderBy('sort')
    .execute()
  const depth = window.orgPath.split('.').length + 1
  return {
    ...(await describe(
      { line, name },
      totalsOf(ctx, window),
      totalsOf(ctx, windowOf(ctx, { ...input, year: input.year - 1 })),
    )),
    months: await byMonth(ctx.tx, line, name, window),
    unions: [
      ...children
        .filter((org) => org.path.split('.').length === depth)
        .map((org) => ({
          path: org.path,
          name: org.short_name,
          value: unions.find((u) => u.path === org.path)?.value ?? 0,
        })),
      ...unions
        .filter((u) => u.path === window.orgPath)
        .map((u) => ({ path: u.path, name: '未分到下级', value: u.value })),
    ],
  }
}

async function records(ctx: Ctx, input: Asked & { code: string; after?: string | undefined; limit: number }) {
  const { line, name } = find(ctx, input.code)
  const page = await recordsOf(ctx.tx, line, name, windowOf(ctx, input), input)
  if (page.rows.length === 0) return { rows: [], next: null }
  const [cards, names, places] = await Promise.all([
    cardsOf(ctx, page.rows),
    namesOf(ctx, page.rows),
    placesOf(ctx, page.rows),
  ])
  const opens = line.indicators?.[name]?.opens ?? ''
  return {
    next: page.next,
    rows: page.rows.map((row) => {
      const card = cards.find((c) => c.id === row.record)
      return {
        record: row.record,
        number: card?.number ?? '',
        title: card?.title ?? names.find((one) => one.id === row.record)?.name ?? '',
        summary: card?.summary ?? '',
        at: row.at,
        value: Number(row.value),
        place: places.find((p) => p.path === row.org_path)?.short_name ?? '',
        opens: opens.replace('{record}', row.record),
      }
    }),
  }
}

const cardsOf = (ctx: Ctx, rows: readonly FigureRow[]) =>
  ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'summary'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'id',
      'in',
      rows.map((row) => row.record),
    )
    .execute()

const placesOf = (ctx: Ctx, rows: readonly FigureRow[]) =>
  ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'path',
      'in',
      rows.map((row) => row.org_path),
    )
    .execute()

/** Records of the registries are no matters: unions and firms by their names, people by their masked ones. */
async function namesOf(ctx: Ctx, rows: readonly FigureRow[]): Promise<{ id: string; name: string }[]> {
  const ids = rows.map((row) => row.record)
  const found = await sql<{ id: string; name: string; isPerson: boolean }>`
    select id, name, true as "isPerson" from persons where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])
    union all select id, name, false from orgs where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])
    union all select id, name, false from enterprises where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])`.execute(
    ctx.tx,
  )
  return found.rows.map(({ id, name, isPerson }) => ({ id, name: isPerson ? maskName(name) : name }))
}

/** Every figure of every line, and what stands behind it. */
export const line = defineLine({
  slug: 'figures',
  title: '数据',
  chapter: 'together',
  permissions,
  contract,
  handlers: { list, names, get, records },
})
