import { sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators } from '../../kernel/indicators/define.ts'

const owner = '办公室'
const opens = '/plan/{record}'
const one = sql<number>`1`.as('value')
/** Tasks count in the year they are planned for, whenever it was that they were written down or signed off. */
const inPlanYear = sql<string>`(make_timestamp(t.year, 1, 1, 0, 0, 0) at time zone 'Asia/Shanghai')`.as('at')

const tasks = (tx: Tx, federationId: string) =>
  tx
    .selectFrom('plan_matters as t')
    .select(['t.id as record', 't.org_path', inPlanYear, one])
    .where('t.federation_id', '=', federationId)
    .where('t.kind', '=', 'task')
    .where('t.state', '!=', 'draft')

const closedAs =
  (kind: 'adjustment' | 'supervision', state: 'approved' | 'answered') => (tx: Tx, federationId: string) =>
    tx
      .selectFrom('plan_matters as t')
      .select(['t.id as record', 't.org_path', 't.closed_at as at', one])
      .where('t.federation_id', '=', federationId)
      .where('t.kind', '=', kind)
      .where('t.state', '=', state)
      .where('t.closed_at', 'is not', null)
      .$narrowType<{ at: string }>()

/** The figures of this line, declared by their rows. */
export const indicators = defineIndicators({
  tasks: {
    title: '列入年度计划的任务',
    unit: '项',
    kind: 'flow',
    fold: 'count',
    definition: '当年计划已经下达的任务，按计划所属的年份计',
    owner,
    opens,
    rows: tasks,
  },
  signedOff: {
    title: '销号的年度任务',
    unit: '项',
    kind: 'flow',
    fold: 'count',
    definition: '当年计划的任务中，到期末已经核实销号的，按计划所属的年份计',
    owner,
    opens,
    rows: (tx, federationId) => tasks(tx, federationId).where('t.state', '=', 'signed_off'),
  },
  signedOffRate: {
    title: '年度任务销号率',
    unit: '%',
    kind: 'rate',
    definition: '销号的年度任务 ÷ 列入年度计划的任务',
    owner,
    opens,
    over: ['signedOff', 'tasks'],
  },
  adjustments: {
    title: '批准的计划调整',
    unit: '件',
    kind: 'flow',
    fold: 'count',
    definition: '当年经领导批准的目标数、季度、牵头部室调整，按批准时间计',
    owner,
    opens,
    rows: closedAs('adjustment', 'approved'),
  },
  supervisions: {
    title: '答复的督办',
    unit: '件',
    kind: 'flow',
    fold: 'count',
    definition: '节点逾期或预计完不成而发起、已经答复的督办，按答复时间计',
    owner,
    opens,
    rows: closedAs('supervision', 'answered'),
  },
})
