import { endOf, isUnder } from '../access/permissions.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine, type Line } from '../line.ts'
import { contract } from './contract.ts'
import { byMonth, byUnion, figuresOf, recordsOf, total, yearWindow } from './fold.ts'
import { permissions } from './permissions.ts'

type Asked = { year: number; orgPath?: string | undefined }

/** The window asked for, never beyond the actor's own union. @throws Failure 403 */
function windowOf(ctx: Ctx, { year, orgPath = ctx.actor.orgPath }: Asked) {
  if (!isUnder(orgPath, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的数据')
  return yearWindow(ctx.actor.federationId, orgPath, year)
}

function find(ctx: Ctx, code: string): { line: Line; name: string } {
  const [slug, name = ''] = code.split('.')
  const line = ctx.house.lines.find((l) => l.slug === slug)
  if (!line?.indicators?.[name]) fail(404, '没有这项数据，可能已改名')
  return { line, name }
}

async function describe(ctx: Ctx, line: Line, name: string, input: Asked) {
  const figure = line.indicators?.[name]
  if (!figure) return fail(404, '没有这项数据，可能已改名')
  const value = await total(ctx.tx, line, name, windowOf(ctx, input))
  const before = await total(ctx.tx, line, name, windowOf(ctx, { ...input, year: input.year - 1 }))
  const { title, unit, kind, definition, owner } = figure
  return {
    code: `${line.slug}.${name}`,
    line: line.slug,
    title,
    unit,
    kind,
    definition,
    owner,
    ...value,
    lastYear: before.value,
  }
}

async function list(ctx: Ctx, input: Asked) {
  const found = []
  for (const { code } of figuresOf(ctx.house.lines)) {
    const { line, name } = find(ctx, code)
    found.push(await describe(ctx, line, name, input))
  }
  return found
}

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
    ...(await describe(ctx, line, name, input)),
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
  const cards = await ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'summary'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'id',
      'in',
      page.rows.map((row) => row.record),
    )
    .execute()
  const places = await ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(
      'path',
      'in',
      page.rows.map((row) => row.org_path),
    )
    .execute()
  const opens = line.indicators?.[name]?.opens ?? ''
  return {
    next: page.next,
    rows: page.rows.map((row) => {
      const card = cards.find((c) => c.id === row.record)
      return {
        record: row.record,
        number: card?.number ?? '',
        title: card?.title ?? '',
        summary: card?.summary ?? '',
        at: row.at,
        value: Number(row.value),
        place: places.find((p) => p.path === row.org_path)?.short_name ?? '',
        opens: opens.replace('{record}', row.record),
      }
    }),
  }
}

/** Every figure of every line, and what stands behind it. */
export const line = defineLine({
  slug: 'figures',
  title: '数据',
  chapter: 'together',
  permissions,
  contract,
  handlers: { list, get, records },
})
