import { sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'

const owner = '权益保障部'
const opens = '/appeals/{record}'

const isLate = sql<boolean>`exists (select from deadlines d where d.federation_id = a.federation_id and d.record_id = a.id and d.name = 'answer'
  and d.met_at > d.due_at)`

const closed = (tx: Tx, federationId: string) =>
  tx
    .selectFrom('appeals as a')
    .select(['a.id as record', 'a.org_path', sql<string>`a.closed_at`.as('at'), sql<number>`1`.as('value')])
    .select(['a.person_id as person', 'a.satisfaction', isLate.as('is_late')])
    .where('a.federation_id', '=', federationId)
    .where('a.state', '=', 'closed')

/** The figures of appeals, declared by their rows. */
export const indicators = defineIndicators({
  received: {
    title: '接报职工诉求',
    unit: '宗',
    kind: 'flow',
    fold: 'count',
    byGroup: true,
    owner,
    opens,
    definition: '期内接报的职工诉求，按接报时间计，含不受理、并案和撤回的',
    rows: (tx, federationId) =>
      tx
        .selectFrom('appeals as a')
        .select(['a.id as record', 'a.org_path', 'a.created_at as at', sql<number>`1`.as('value')])
        .select('a.person_id as person')
        .where('a.federation_id', '=', federationId),
  },
  handled: {
    title: '接报处理职工诉求',
    unit: '宗',
    kind: 'flow',
    fold: 'count',
    byGroup: true,
    owner,
    opens,
    definition: '期内办理完毕并结案的职工诉求，按结案时间计；不受理、并案、撤回的不计',
    rows: closed,
  },
  recovered: {
    title: '处理诉求帮助职工争取经济利益',
    unit: '元',
    kind: 'flow',
    fold: 'sum',
    byGroup: true,
    owner,
    opens,
    definition: '经职工诉求结案为职工争取到的金额，记在纠纷上，一笔只计一次；依据为协议、判决、裁决或支付凭证',
    rows: (tx, federationId) =>
      tx
        .selectFrom('recoveries as a')
        // Who was helped by the money is the person of the appeal it was booked for.
        .leftJoin('appeals as p', (join) =>
          join.onRef('p.federation_id', '=', 'a.federation_id').onRef('p.id', '=', 'a.record_id'),
        )
        .select(['a.record_id as record', 'a.org_path', 'a.at', sql<number>`a.amount_fen / 100.0`.as('value')])
        .select('p.person_id as person')
        .where('a.federation_id', '=', federationId)
        .where('a.line', '=', 'appeals'),
  },
  onTime: {
    title: '按期办结职工诉求',
    unit: '宗',
    kind: 'flow',
    fold: 'count',
    byGroup: true,
    owner,
    opens,
    definition: '期内结案、且在办结时限（含依规延期和挂起顺延）内反馈的职工诉求',
    rows: closed,
    only: sql`not f.is_late`,
  },
  onTimeRate: {
    title: '职工诉求按期办结率',
    unit: '%',
    kind: 'rate',
    over: ['onTime', 'handled'],
    owner,
    opens,
    definition: '按期办结的宗数除以结案的宗数',
  },
  satisfied: {
    title: '职工满意的诉求',
    unit: '宗',
    kind: 'flow',
    fold: 'count',
    byGroup: true,
    owner,
    opens,
    definition: '期内结案、职工评价或回访为满意或基本满意的诉求',
    rows: closed,
    only: sql`f.satisfaction in ('satisfied', 'basically')`,
  },
  followedUp: {
    title: '得到职工评价的诉求',
    unit: '宗',
    kind: 'flow',
    fold: 'count',
    byGroup: true,
    owner,
    opens,
    definition: '期内结案、职工自己评价或回访联系上的诉求',
    rows: closed,
    only: sql`f.satisfaction in ('satisfied', 'basically', 'dissatisfied')`,
  },
  satisfactionRate: {
    title: '职工满意率',
    unit: '%',
    kind: 'rate',
    over: ['satisfied', 'followedUp'],
    owner,
    opens,
    definition: '满意和基本满意的宗数除以得到评价的宗数；未联系上的不计入分母',
  },
})

export const report = paragraph(indicators, 'rights', (say) => [
  [
    say`接报处理职工诉求${'handled'}`,
    say`帮助职工争取经济利益${'recovered'}`,
    say`按期办结率${'onTimeRate'}`,
    say`职工满意率${'satisfactionRate'}`,
  ],
])
