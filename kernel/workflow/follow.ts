import { sql } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import type { caseShapes } from './contract.ts'
import { type CaseLine, type CaseRow, type CaseTable, casesOf, getRecord, type RowOf } from './record.ts'

type Shown<S extends string> = z.output<ReturnType<typeof caseShapes<S, string>>['Followed']>

/** One own matter: its row, and what its owner reads of it in every line; a line adds the rest. */
export type OwnMatter<T extends CaseTable, S extends string> = { row: RowOf<T>; shown: Shown<S> }

const MOST = 20

/**
 * A line's matters as their owner reads them: `list` gives the newest 20, nothing to whom is no person; `one` a single one by its id.
 * `tell` adds what the line shows besides; it is asked once for all, so that the statements do not grow with the matters (three, and its own).
 * @throws Failure (`one`) 401/403 without `permission`, 404 not there, or somebody else's
 */
export function ownMatters<T extends CaseTable, S extends string, V extends string, F>(
  line: CaseLine<T, S, V>,
  permission: string,
  tell: (ctx: Ctx, matters: readonly OwnMatter<T, S>[]) => F[] | Promise<F[]>,
) {
  const toldOf = async (ctx: Ctx, rows: readonly RowOf<T>[]): Promise<F[]> =>
    rows.length === 0 ? [] : tell(ctx, await shownOf(ctx, line, rows))
  return {
    list: async (ctx: Ctx): Promise<F[]> => toldOf(ctx, await ownRows(ctx, line.table)),
    one: async (ctx: Ctx, id: string): Promise<F> => {
      const [followed] = await toldOf(ctx, [await getRecord(ctx, line as unknown as CaseLine<T>, permission, id)])
      return followed as F
    },
  }
}

async function ownRows<T extends CaseTable>(ctx: Ctx, table: T): Promise<RowOf<T>[]> {
  if (!ctx.actor.personId) return []
  const rows = await casesOf(ctx)
    .selectFrom(table as string as 't')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('owner_id', '=', ctx.actor.personId)
    .orderBy('created_at', 'desc')
    .limit(MOST)
    .execute()
  return rows as RowOf<T>[]
}

async function shownOf<T extends CaseTable, S extends string, V extends string>(
  ctx: Ctx,
  { workflow }: CaseLine<T, S, V>,
  rows: readonly RowOf<T>[],
): Promise<OwnMatter<T, S>[]> {
  const ids = rows.map(({ id }) => id)
  const [hands, told] = await Promise.all([whoHas(ctx, ids), stepsOf(ctx, ids)])
  const titles: Readonly<Record<string, { title: string }>> = workflow.steps
  return rows.map((row) => {
    const { id, number, title, created_at, closed_at }: CaseRow = row
    const state = row.state as S
    const hand = hands.get(id)
    const steps = (told.get(id) ?? []).map(({ verb, at, message, toState }) => ({
      title: titles[verb]?.title ?? verb,
      at,
      message,
      toState: toState as S,
    }))
    return {
      row,
      shown: {
        id,
        number,
        title,
        state,
        stateTitle: workflow.states[state],
        createdAt: created_at,
        isOpen: closed_at === null,
        unitName: hand?.unitName ?? '',
        assigneeName: hand?.assigneeName ?? null,
        dueAt: hand?.dueAt ?? null,
        steps,
      },
    }
  })
}

/** The union that must act, the officer who does, and the nearest clock. */
async function whoHas(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .leftJoin('orgs as u', (join) =>
      join.onRef('u.federation_id', '=', 'c.federation_id').onRef('u.path', '=', 'c.unit_path'),
    )
    .select(['c.id', 'u.name as unitName', 'c.next_due_at as dueAt'])
    .select(sql<string | null>`nf_officer_name(c.federation_id, c.assignee_id)`.as('assigneeName'))
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What the owner was told, in order. */
async function stepsOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('case_events')
    .select(['record_id', 'verb', 'at', 'message', 'to_state as toState'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', 'in', ids)
    .where('message', '<>', '')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.record_id)
}
