import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { chapters } from '../../kernel/line.ts'
import { conditionOf } from './rules/condition.ts'
import { type conditions, taskLines } from './rules/words.ts'
import type { PlanState } from './workflow.ts'

export type PlanNode = {
  id: string
  title: string
  dueOn: string
  expectedOn: string | null
  doneOn: string | null
  note: string
}

export type PlanTask = {
  id: string
  number: string
  title: string
  year: number
  line: string
  lineTitle: string
  chapter: string
  chapterTitle: string
  source: string
  department: string
  partners: string
  responsible: string | null
  responsibleId: string | null
  quarterFrom: number
  quarterTo: number
  state: PlanState
  condition: keyof typeof conditions
  isAdjusted: boolean
  isAsked: boolean
  nodes: PlanNode[]
}

/**
 * The tasks of a year in the order of the report, each with its nodes and how it stands today; a union below the district sees none.
 * @param id only this one
 */
export async function tasksFor(ctx: Ctx, year: number, id?: string): Promise<PlanTask[]> {
  const rows = await taskRows(ctx, year, id)
  const nodes = await nodesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const order = Object.keys(taskLines)
  return rows
    .map((row): PlanTask => {
      const { line, quarter_from, quarter_to, ...rest } = row
      const own = nodes.get(row.id) ?? []
      const known = taskLines[line]
      const timed = { state: row.state, year, quarterFrom: quarter_from ?? 1, quarterTo: quarter_to ?? 4, nodes: own }
      const chapter = known?.chapter ?? 'self'
      return {
        ...rest,
        ...timed,
        state: row.state,
        line,
        lineTitle: known?.title ?? line,
        chapter,
        chapterTitle: chapters[chapter],
        condition: conditionOf(timed, ctx.today),
        nodes: own,
      }
    })
    .sort((a, b) => order.indexOf(a.line) - order.indexOf(b.line))
}

/** Whether something of that kind and state is about the task `t`. */
const about = (kind: string, state: string) =>
  sql<boolean>`exists (select from plan_matters m where m.federation_id = t.federation_id and m.task_id = t.id and m.kind = ${kind} and m.state = ${state})`

const taskRows = (ctx: Ctx, year: number, id: string | undefined) =>
  ctx.tx
    .selectFrom('plan_matters as t')
    .leftJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 't.federation_id').onRef('p.id', '=', 't.assignee_id'),
    )
    .select(['t.id', 't.number', 't.title', 't.year', 't.line', 't.source', 't.department', 't.partners', 't.state'])
    .select(['t.quarter_from', 't.quarter_to', 'p.name as responsible', 't.assignee_id as responsibleId'])
    .select([about('adjustment', 'approved').as('isAdjusted'), about('supervision', 'asked').as('isAsked')])
    .where('t.federation_id', '=', ctx.actor.federationId)
    .where('t.kind', '=', 'task')
    .where('t.year', '=', year)
    .$if(id !== undefined, (q) => q.where('t.id', '=', id ?? ''))
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()

/** The nodes of some tasks, by task, in order of their days. */
export async function nodesOf(ctx: Ctx, tasks: readonly string[]): Promise<Map<string, PlanNode[]>> {
  if (tasks.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('plan_nodes')
    .select(['id', 'task_id', 'title', 'note', 'due_on as dueOn', 'expected_on as expectedOn', 'done_on as doneOn'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('task_id', 'in', tasks)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const groups = Map.groupBy(rows, ({ task_id }) => task_id)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ task_id: _, ...node }) => node)]))
}
