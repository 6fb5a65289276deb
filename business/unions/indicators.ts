import { sql } from 'kysely'
import { defineIndicators, paragraph, type Rows } from '../../kernel/indicators/define.ts'
import { baseUnions, offices } from './indicators-rows.ts'

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
  byGroup: true,
  owner: '组织建设部',
  opens: '/unions/union/{record}',
} as const
const share = { unit: '%', kind: 'rate', owner: '组织建设部' } as const

const isDelegate = sql`f.duty = 'delegate'`
const isCommittee = sql`f.duty <> 'delegate'`

const done: Rows = (tx, federationId) =>
  tx
    .selectFrom('union_changes as a')
    .select(['a.id as record', 'a.org_path', sql<string>`a.closed_at`.as('at'), sql<number>`1`.as('value'), 'a.kind'])
    .where('a.federation_id', '=', federationId)
    .where('a.state', '=', 'done')

const flow = { unit: '件', kind: 'flow', fold: 'count', owner: '组织建设部', opens: '/unions/{record}' } as const

/** The figures of the register. A stock is as of the last day of the window: what has run out by then has run out. */
export const indicators = defineIndicators({
  alive: {
    ...union,
    title: '基层工会',
    definition: '期末存续的基层工会：单独、联合、行业和新就业形态工会，不含街道会员池',
    rows: baseUnions,
    held: 'is_there',
  },
  regular: {
    ...union,
    title: '规范化的基层工会',
    definition: '期末任期未满（含经批准的延期）、主席在任、法人资格证书有效，三项都有的基层工会',
    rows: baseUnions,
    held: 'is_regular',
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
    rows: baseUnions,
    held: 'is_expired',
  },
  withoutChair: {
    ...union,
    title: '主席空缺的工会',
    definition: '期末没有在任主席的基层工会',
    rows: baseUnions,
    held: 'has_no_chair',
  },
  certified: {
    ...union,
    title: '有法人资格的工会',
    definition: '期末持有有效法人资格证书的基层工会',
    rows: baseUnions,
    held: 'is_certified',
  },
  committeeMembers: {
    ...people,
    title: '工会委员',
    definition: '期末在任的主席、副主席和委员，一人任几职只计一次',
    rows: offices,
    held: 'is_held',
    only: isCommittee,
  },
  technicalMembers: {
    ...people,
    title: '技术工人委员',
    definition: '期末在任委员中登记有初级工及以上技能等级的人（口径待区总工会确认）',
    rows: offices,
    held: 'is_technical',
    only: isCommittee,
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
    rows: offices,
    held: 'is_held',
    only: isDelegate,
  },
  technicalDelegates: {
    ...people,
    title: '技术工人代表',
    definition: '期末在任会员代表中登记有初级工及以上技能等级的人（口径待区总工会确认）',
    rows: offices,
    held: 'is_technical',
    only: isDelegate,
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
    rows: done,
    only: sql`f.kind = 'certificate'`,
  },
  dissolved: {
    ...flow,
    title: '撤销工会',
    definition: '期内办结的工会撤销，按办结时间计，不含合并',
    rows: done,
    only: sql`f.kind = 'dissolve'`,
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [
    say`年末在册基层工会${'alive'}`,
    say`其中取得法人资格${'certified'}`,
    say`工会规范化率${'regularRate'}`,
    say`工会委员中技术工人占${'technicalShare'}`,
    say`会员代表中技术工人占${'technicalDelegateShare'}`,
  ],
])
