import { endOf, requireReach, whereReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Schema } from '../../kernel/db/schema.gen.ts'
import { figuresOf } from '../../kernel/indicators/fold.ts'
import { initialsOf } from '../../kernel/search/initials.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { figureRows, readEvidence } from './evidence.ts'
import { fingerprintOf } from './freeze.ts'
import { nextTargets } from './live.ts'
import { bodyOf, getReport, type Row } from './report.ts'

type State = OutputOf<typeof contract.get>['state']

/** One page of the reports within reach: newest year first, a union's editions newest first. */
export async function listReports(
  ctx: Ctx,
  input: ParsedOf<typeof contract.list>,
): Promise<OutputOf<typeof contract.list>> {
  const reach = requireReach(caseLine.permissions, 'annual-report.read', ctx.actor)
  const { under, year, limit } = input
  const offset = input.after === undefined ? 0 : pageOf(input.after)
  const rows = await ctx.tx
    .selectFrom('annual_report')
    .select(['id', 'title', 'union_name as union', 'org_path as place', 'year', 'edition', 'state'])
    .select(['editor_name as editorName', 'edited_at as editedAt', 'published_at as publishedAt'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where(whereReach<Schema, 'annual_report'>(reach, ctx.actor))
    .$if(year !== undefined, (q) => q.where('year', '=', year ?? 0))
    .$if(under !== undefined, (q) => q.where('org_path', '>=', under ?? '').where('org_path', '<', endOf(under ?? '')))
    .orderBy('year', 'desc')
    .orderBy('org_path')
    .orderBy('edition', 'desc')
    .orderBy('id')
    .limit(limit + 1)
    .offset(offset)
    .execute()
  const shown = rows.slice(0, limit).map((row) => ({ ...row, state: row.state as State }))
  return { rows: shown, next: rows.length > limit ? String(offset + limit) : null }
}

const pageOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : fail(400, '翻页位置不对，请刷新列表'))

/** One report with its text, what was frozen, and what it may be held against. */
export async function getOne(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.get>> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const [frozen, edition, year] = await Promise.all([
    readEvidence(ctx, row),
    besideOf(ctx, row, row.year, row.edition),
    besideOf(ctx, row, row.year - 1),
  ])
  const { clocks: _, ...rest } = matter
  return {
    ...rest,
    verbs: matter.verbs.map((verb) => (verb.verb === 'publish' ? publishVerb(ctx, row, verb) : verb)),
    union: row.union_name,
    orgPath: row.org_path,
    year: row.year,
    edition: row.edition,
    revision: row.revision,
    body: bodyOf(row),
    editorName: row.editor_name,
    editedAt: row.edited_at,
    isMine:
      row.state === 'draft' &&
      row.unit_path === ctx.actor.orgPath &&
      ctx.actor.role in caseLine.permissions['annual-report.save'],
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    documentNumber: row.document_number,
    fingerprint: row.fingerprint,
    frozen,
    before: { edition, year },
  }
}

/** Whoever saved last cannot publish, and is told so before trying. */
const publishVerb = <V extends { enabled: boolean; why?: string | undefined }>(ctx: Ctx, row: Row, verb: V): V =>
  verb.enabled && row.editor_id === ctx.actor.personId
    ? { ...verb, enabled: false, why: '最后改稿的人是您，请由同事定稿' }
    : verb

/** The newest published edition of a year of the same union, before some edition, with its figures. */
async function besideOf(ctx: Ctx, { federation_id, org_path }: Row, year: number, below?: number) {
  const found = await ctx.tx
    .selectFrom('annual_report')
    .select(['id', 'edition'])
    .where('federation_id', '=', federation_id)
    .where('org_path', '=', org_path)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .$if(below !== undefined, (q) => q.where('edition', '<', below ?? 0))
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const figures = await figureRows(ctx, found.id)
  return { ...found, year, values: figures.map(({ code, value, words }) => ({ code, value, words })) }
}

/** All figures of the house, and the targets of the year after the report, with the initials they are found by. */
export async function listTokens(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.tokens>> {
  const row = await getReport(ctx, id)
  const titles = new Map(ctx.house.lines.map(({ slug, title }) => [slug, title]))
  const targets = await nextTargets(ctx, row.org_path, row.year)
  return {
    figures: figuresOf(ctx.house.lines).map(({ code, line, figure: { title, unit, kind, wording } }) => ({
      ...{ code, line, title, unit, kind, wording, lineTitle: titles.get(line) ?? '' },
      initials: initialsOf(title),
    })),
    targets: [...targets.values()].map(({ source: _, ...target }) => ({
      ...target,
      initials: initialsOf(target.title),
    })),
  }
}

/** Reckons the fingerprint anew from what is stored. @throws Failure 422 when nothing was published */
export async function verify(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.verify>> {
  const row = await getReport(ctx, id)
  const frozen = await readEvidence(ctx, row)
  if (!frozen || !row.fingerprint) return fail(422, '这份报告还没有定稿，没有校验码')
  const computed = fingerprintOf(row, frozen)
  return { fingerprint: row.fingerprint, computed, isIntact: computed === row.fingerprint }
}
