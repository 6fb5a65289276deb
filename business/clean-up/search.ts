import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Job } from '../../kernel/line.ts'
import { firmFinders } from './finders/firms.ts'
import type { Finder, Subject } from './finders/found.ts'
import { peopleFinders } from './finders/people.ts'
import { unionFinders } from './finders/unions.ts'
import { allKinds, type Kind, kinds } from './rules/kinds.ts'
import { changesOf, type Known, type Seen } from './rules/settle.ts'

export const finders: readonly Finder[] = [...peopleFinders, ...unionFinders, ...firmFinders]

export type Run = { found: number; added: number; gone: number }

/**
 * Looks for one part of a kind and brings its findings up to date: new ones in, those that are back opened again, those whose cause has ceased closed.
 * Running it again changes nothing. @param part from 0, below the finder's `parts` @returns how many there are, are new, have gone
 */
export async function searchPart(ctx: Ctx, finder: Finder, part: number): Promise<Run> {
  const { kind } = finder
  const found = await finder.find(ctx.tx, { federationId: ctx.actor.federationId, today: ctx.today, part })
  const mark = `${part.toString(16)}:`
  const seen = found.map((one) => ({ ...one, key: `${mark}${one.key}` }))
  const known: Known[] = await ctx.tx
    .selectFrom('clean_up_findings')
    .select(['id', 'key', 'state'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', '=', kind)
    .where(sql<boolean>`starts_with(key, ${mark})`)
    .execute()
  const { added, back, gone } = changesOf(seen, known)
  await addFindings(ctx, kind, added)
  await reopen(ctx, back)
  await close(
    ctx,
    gone.map(({ id }) => id),
  )
  const run = { found: seen.length, added: added.length + back.length, gone: gone.length }
  await noteRun(ctx, kind, part, run)
  return run
}

/** Rows by arrays: one statement whatever their number, and no INSERT … SELECT from a table under row security. */
async function addFindings(ctx: Ctx, kind: Kind, added: readonly Seen<Subject>[]): Promise<void> {
  if (added.length === 0) return
  const federation = ctx.actor.federationId
  const rows = added.map((one) => ({ ...one, id: uuidv7() }))
  await sql`insert into clean_up_findings (federation_id, id, kind, key, title, state, found_on)
    select ${federation}, f.id, ${kind}, f.key, f.title, 'open', ${ctx.today}::date
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ key }) => key)}::text[], ${rows.map(({ title }) => title)}::text[]) as f(id, key, title)`.execute(
    ctx.tx,
  )
  await addSubjects(ctx, rows)
}

async function addSubjects(ctx: Ctx, rows: readonly { id: string; subjects: readonly Subject[] }[]): Promise<void> {
  const subjects = rows.flatMap(({ id, subjects: all }) => all.map((one) => ({ finding: id, ...one })))
  await sql`insert into clean_up_subjects (federation_id, finding_id, subject_id, subject, org_path)
    select ${ctx.actor.federationId}, s.finding, s.id, s.subject, s.path
    from unnest(${subjects.map(({ finding }) => finding)}::uuid[], ${subjects.map(({ id }) => id)}::uuid[],
      ${subjects.map(({ subject }) => subject)}::text[], ${subjects.map(({ path }) => path)}::text[]) as s(finding, id, subject, path)`.execute(
    ctx.tx,
  )
}

async function reopen(ctx: Ctx, back: readonly { id: string; subjects: readonly Subject[] }[]): Promise<void> {
  if (back.length === 0) return
  const ids = back.map(({ id }) => id)
  await ctx.tx
    .updateTable('clean_up_findings')
    .set({ state: 'open', found_on: ctx.today, ended_on: null, ended_for: '', matter_id: null })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', ids)
    .execute()
  await ctx.tx
    .deleteFrom('clean_up_subjects')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('finding_id', 'in', ids)
    .execute()
  await addSubjects(ctx, back)
}

async function close(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .updateTable('clean_up_findings')
    .set({ state: 'gone', ended_on: ctx.today, ended_for: '已不存在' })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', [...ids])
    .execute()
}

async function noteRun(ctx: Ctx, kind: Kind, part: number, run: Run): Promise<void> {
  await ctx.tx
    .insertInto('clean_up_runs')
    .values({ federation_id: ctx.actor.federationId, kind, part, finished_at: ctx.now, ...run })
    .onConflict((c) => c.columns(['federation_id', 'kind', 'part']).doUpdateSet({ finished_at: ctx.now, ...run }))
    .execute()
}

const SEARCH = 'clean-up.search'
const SEARCH_PART = 'clean-up.search-part'

/** Wishes for a search of everything, each part in a transaction of its own, so that nobody waits for the whole. @returns how many parts */
export async function searchSoon(ctx: Ctx): Promise<number> {
  const parts = finders.flatMap(({ kind, parts: count }) =>
    Array.from({ length: count }, (_, part) => ({ kind, part })),
  )
  for (const one of parts)
    await ctx.house.later(ctx.tx, SEARCH_PART, one, { key: `${SEARCH_PART}:${one.kind}:${one.part}` })
  return parts.length
}

const Part = z.object({ kind: z.enum(allKinds), part: z.int().min(0) })

export const jobs: readonly Job[] = [
  {
    name: SEARCH,
    title: '清册：每夜查一遍',
    cron: '20 2 * * *',
    run: async (ctx) => {
      await searchSoon(ctx)
    },
  },
  {
    name: SEARCH_PART,
    title: '清册：查一类问题',
    run: async (ctx, data) => {
      const { kind, part } = Part.parse(data)
      const finder = finders.find((one) => one.kind === kind)
      if (!finder) throw new Error(`nothing looks for ${kind}`)
      const { found, added, gone } = await searchPart(ctx, finder, part)
      ctx.audit = {
        line: 'clean-up',
        recordId: null,
        reason: `${kinds[kind].title}：${found} 条，新增 ${added}，消除 ${gone}`,
      }
    },
  },
]
