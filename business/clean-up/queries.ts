import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { allKinds, kinds, outcomes } from './rules/kinds.ts'
import { subjectsOf } from './subjects.ts'

type Found = OutputOf<typeof contract.finding>
type Row = OutputOf<typeof contract.findings>['rows'][number]

/** Where the reader looks: the place asked for, else all that is in reach. Row security keeps it within the scope anyway. */
function placeOf(ctx: Ctx, under: string | undefined): string {
  requireReach(permissions, 'clean-up.read', ctx.actor)
  return under ?? ctx.actor.orgPath
}

const inPlace = (path: string) =>
  sql<boolean>`exists (select from clean_up_subjects s where s.federation_id = f.federation_id and s.finding_id = f.id
    and s.org_path >= ${path} and s.org_path < ${endOf(path)})`

/** How many findings of each kind are open in a place, and when it was last looked for. */
export async function listCounts(
  ctx: Ctx,
  input: ParsedOf<typeof contract.counts>,
): Promise<OutputOf<typeof contract.counts>> {
  const path = placeOf(ctx, input.under)
  const counted = ctx.tx
    .selectFrom('clean_up_findings as f')
    .select(['f.kind', sql<number>`count(*)`.as('open')])
    .where('f.federation_id', '=', ctx.actor.federationId)
    .where('f.state', 'in', ['open', 'taken'])
    .where(inPlace(path))
    .groupBy('f.kind')
    .execute()
  const searched = ctx.tx
    .selectFrom('clean_up_runs')
    .select((eb) => ['kind', eb.fn.max('finished_at').as('finished_at')])
    .groupBy('kind')
    .where('federation_id', '=', ctx.actor.federationId)
    .execute()
  const [open, runs] = await Promise.all([counted, searched])
  return allKinds.map((kind) => ({
    kind,
    title: kinds[kind].title,
    advice: kinds[kind].advice,
    open: open.find((one) => one.kind === kind)?.open ?? 0,
    searchedAt: runs.find((one) => one.kind === kind)?.finished_at ?? null,
  }))
}

const columns = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('clean_up_findings as f')
    .select(['f.id', 'f.kind', 'f.title', 'f.state', 'f.found_on as foundOn', 'f.matter_id as matterId'])
    .select(
      sql<string>`coalesce((select min(o.short_name) from clean_up_subjects s join orgs o on o.federation_id = s.federation_id and o.path = s.org_path
        where s.federation_id = f.federation_id and s.finding_id = f.id), '')`.as('place'),
    )
    .select(
      sql<number>`(select count(*) from clean_up_subjects s where s.federation_id = f.federation_id and s.finding_id = f.id)`.as(
        'count',
      ),
    )
    .where('f.federation_id', '=', ctx.actor.federationId)

/** One page of findings of a kind, newest first. */
export async function listFindings(
  ctx: Ctx,
  input: ParsedOf<typeof contract.findings>,
): Promise<OutputOf<typeof contract.findings>> {
  const path = placeOf(ctx, input.under)
  const mark = markIn(input.after, 'day')
  const rows: Row[] = await columns(ctx)
    .where('f.kind', '=', input.kind)
    .where('f.state', 'in', input.state === 'open' ? ['open', 'taken'] : ['dismissed'])
    .where(inPlace(path))
    .$if(mark !== null, (q) => q.where(sql<boolean>`(f.found_on, f.id) < (${mark?.at}::date, ${mark?.id}::uuid)`))
    .orderBy('f.found_on', 'desc')
    .orderBy('f.id', 'desc')
    .limit(input.limit + 1)
    .execute()
  return pageBy(rows, input.limit, ({ foundOn, id }) => ({ at: foundOn, id }))
}

/** One finding with the records it is about; what lies with another union is only counted. @throws Failure 404 */
export async function getFinding(ctx: Ctx, id: string): Promise<Found> {
  requireReach(permissions, 'clean-up.read', ctx.actor)
  const row = await columns(ctx).where('f.id', '=', id).executeTakeFirst()
  if (!row) return fail(404, '没有找到这条问题，可能不在您的辖区，请从清单重新进入')
  const [subjects, total] = await Promise.all([subjectsOf(ctx, id), countAll(ctx, id)])
  return { ...row, subjects, others: total - subjects.length, advice: kinds[row.kind].advice }
}

async function countAll(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select nf_clean_up_subjects(${id}::uuid) as count`.execute(ctx.tx)
  return rows[0]?.count ?? 0
}

/** A finding in somebody's hands, with its records and history. */
export async function getMatter(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.get>> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const finding = await getFinding(ctx, row.finding_id)
  const verbs = matter.verbs.filter(
    ({ verb }) =>
      (verb !== 'merge' || kinds[finding.kind].subject === 'person') && (verb !== 'undo' || row.merge_id !== null),
  )
  return { ...matter, verbs, finding, outcome: row.outcome && outcomes[row.outcome], mergeId: row.merge_id }
}

/** Merges that were made, newest first, with whether they can still be taken back. */
export async function listMerges(
  ctx: Ctx,
  input: ParsedOf<typeof contract.merges>,
): Promise<OutputOf<typeof contract.merges>> {
  requireReach(permissions, 'clean-up.read', ctx.actor)
  const mark = markIn(input.after, 'instant')
  const rows = await ctx.tx
    .selectFrom('clean_up as c')
    .innerJoin('person_merges as m', (join) =>
      join.onRef('m.federation_id', '=', 'c.federation_id').onRef('m.id', '=', 'c.merge_id'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'c.federation_id').onRef('o.path', '=', 'c.org_path'),
    )
    .select([
      'c.id',
      'c.number',
      'm.merged_at as at',
      sql<string>`c.closed_at::text`.as('mark'),
      'm.undone_at',
      sql<string>`coalesce(o.short_name, '')`.as('place'),
    ])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.merge_id', 'is not', null)
    .$if(mark !== null, (q) =>
      q.where(sql<boolean>`(c.closed_at, c.id) < (${mark?.at}::timestamptz, ${mark?.id}::uuid)`),
    )
    .orderBy('c.closed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const page = pageBy(rows, input.limit, (row) => ({ at: row.mark, id: row.id }))
  return { ...page, rows: page.rows.map(({ undone_at, mark: _, ...row }) => ({ ...row, canUndo: undone_at === null })) }
}
