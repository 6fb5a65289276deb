import { sql } from 'kysely'
import { addMilliseconds, dayOf } from '../../kernel/calendar/days.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'
import type { Duty } from '../../kernel/org/terms.ts'
import { committeeDuties, officesOn } from './officers-stats.ts'
import { technicalLevelsOn } from './rules/technical.ts'
import { baseUnionsOn, regularOn, termUntil } from './standing.ts'

const union = {
  unit: '家',
  kind: 'stock',
  fold: 'count',
  owner: '组织建设部',
  opens: '/unions/union/{record}',
} as const
const people = {
  unit: '人',
  kind: 'stock',
  fold: 'distinct',
  owner: '组织建设部',
  opens: '/unions/union/{record}',
} as const
const share = { unit: '%', kind: 'rate', owner: '组织建设部' } as const

/** The last day of the window. */
const lastDay = (asOf: string): string => dayOf(addMilliseconds(asOf, -1))
const begun = sql<string>`(o.valid_from::timestamp at time zone 'Asia/Shanghai')`

const base = (tx: Tx, federationId: string, asOf: string) =>
  baseUnionsOn(tx, federationId, lastDay(asOf)).select([
    'o.id as record',
    'o.path as org_path',
    begun.as('at'),
    sql<number>`1`.as('value'),
  ])

/** One row for each office; the person tells how many people they are. */
const offices = (tx: Tx, federationId: string, asOf: string, duties: readonly Duty[]) =>
  officesOn(tx, federationId, lastDay(asOf), duties).select([
    'f.org_id as record',
    'f.org_path',
    sql<string>`(f.from_on::timestamp at time zone 'Asia/Shanghai')`.as('at'),
    sql<number>`1`.as('value'),
    'f.person_id as subject',
  ])

const technical = (tx: Tx, federationId: string, asOf: string, duties: readonly Duty[]) =>
  offices(tx, federationId, asOf, duties).where('p.skill_level', 'in', [...technicalLevelsOn(lastDay(asOf)).levels])

const done = (tx: Tx, federationId: string, kind: 'certificate' | 'dissolve' | 'merge') =>
  tx
    .selectFrom('union_changes as a')
    .select(['a.id as record', 'a.org_path', sql<string>`a.closed_at`.as('at'), sql<number>`1`.as('value')])
    .where('a.federation_id', '=', federationId)
    .where('a.state', '=', 'done')
    .where('a.kind', '=', kind)

const flow = { unit: '件', kind: 'flow', fold: 'count', owner: '组织建设部', opens: '/unions/{record}' } as const

/** The figures of the register. A stock is as of the last day of the window: what has run out by then has run out. */
export const indicators = defineIndicators({
  alive: {
    ...union,
    title: '基层工会',
    definition: '期末存续的基层工会：单独、联合、行业和新就业形态工会，不含街道会员池',
    rows: base,
  },
  regular: {
    ...union,
    title: '规范化的基层工会',
    definition: '期末任期未满（含经批准的延期）、主席在任、法人资格证书有效，三项都有的基层工会',
    rows: (tx, federationId, asOf) => base(tx, federationId, asOf).where(regularOn(lastDay(asOf))),
  },
  regularRate: {
    ...share,
    title: '基层工会规范化率',
    over: ['regular', 'alive'],
    opens: union.opens,
    definition: '规范化的基层工会除以期末存续的基层工会（口径待区总工会确认）',
  },
  termsExpired: {
    ...union,
    title: '任期已届满的工会',
    definition: '期末任期已满（含经批准的延期）、还没有换届的基层工会',
    rows: (tx, federationId, asOf) =>
      base(tx, federationId, asOf).where(sql<boolean>`${termUntil} < ${lastDay(asOf)}::date`),
  },
  withoutChair: {
    ...union,
    title: '主席空缺的工会',
    definition: '期末没有在任主席的基层工会',
    rows: (tx, federationId, asOf) => base(tx, federationId, asOf).where('h.id', 'is', null),
  },
  certified: {
    ...union,
    title: '有法人资格的工会',
    definition: '期末持有有效法人资格证书的基层工会',
    rows: (tx, federationId, asOf) => base(tx, federationId, asOf).where('c.expires_on', '>=', lastDay(asOf)),
  },
  committeeMembers: {
    ...people,
    title: '工会委员',
    definition: '期末在任的主席、副主席和委员，一人任几职只计一次',
    rows: (tx, federationId, asOf) => offices(tx, federationId, asOf, committeeDuties),
  },
  technicalMembers: {
    ...people,
    title: '技术工人委员',
    definition: '期末在任委员中登记有初级工及以上技能等级的人（口径待区总工会确认）',
    rows: (tx, federationId, asOf) => technical(tx, federationId, asOf, committeeDuties),
  },
  technicalShare: {
    ...share,
    title: '委员中技术工人占比',
    over: ['technicalMembers', 'committeeMembers'],
    opens: people.opens,
    definition: '技术工人委员除以工会委员',
  },
  delegates: {
    ...people,
    title: '会员代表',
    definition: '期末在任的会员代表',
    rows: (tx, federationId, asOf) => offices(tx, federationId, asOf, ['delegate']),
  },
  technicalDelegates: {
    ...people,
    title: '技术工人代表',
    definition: '期末在任会员代表中登记有初级工及以上技能等级的人（口径待区总工会确认）',
    rows: (tx, federationId, asOf) => technical(tx, federationId, asOf, ['delegate']),
  },
  technicalDelegateShare: {
    ...share,
    title: '代表中技术工人占比',
    over: ['technicalDelegates', 'delegates'],
    opens: people.opens,
    definition: '技术工人代表除以会员代表',
  },
  certificatesIssued: {
    ...flow,
    title: '领证换证',
    definition: '期内办结的领证换证，按办结时间计',
    rows: (tx, federationId) => done(tx, federationId, 'certificate'),
  },
  dissolved: {
    ...flow,
    title: '撤销工会',
    definition: '期内办结的工会撤销，按办结时间计，不含合并',
    rows: (tx, federationId) => done(tx, federationId, 'dissolve'),
  },
})

export const report = paragraph(
  indicators,
  (n) => `基层工会 ${n('alive')}，规范化率 ${n('regularRate')}；工会委员中技术工人占 ${n('technicalShare')}。`,
)
