import { sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'

const plate = { unit: '次', owner: '组织建设部', opens: '/elections/{record}' } as const
const counted = { ...plate, kind: 'flow', fold: 'count' } as const

const isLate = sql<boolean>`exists (select from deadlines d where d.federation_id = a.federation_id and d.record_id = a.id and d.name = 'confirm'
  and d.met_at > d.due_at)`

const confirmed = (tx: Tx, federationId: string) =>
  tx
    .selectFrom('elections as a')
    .select(['a.id as record', 'a.org_path', sql<string>`a.closed_at`.as('at'), sql<number>`1`.as('value')])
    .select(['a.purpose', isLate.as('is_late')])
    .where('a.federation_id', '=', federationId)
    .where('a.state', '=', 'confirmed')

/** The figures of elections, declared by their rows. */
export const indicators = defineIndicators({
  opened: {
    ...counted,
    title: '登记选举',
    definition: '期内登记的选举、罢免和表决，按登记时间计，含取消的',
    rows: (tx, federationId) =>
      tx
        .selectFrom('elections as a')
        .select(['a.id as record', 'a.org_path', 'a.created_at as at', sql<number>`1`.as('value')])
        .where('a.federation_id', '=', federationId),
  },
  confirmed: {
    ...counted,
    title: '完成选举',
    definition: '期内得到上一级工会批复的选举、罢免和表决，按批复时间计',
    rows: confirmed,
  },
  terms: {
    ...counted,
    title: '完成换届',
    definition: '期内得到上一级工会批复的换届选举，按批复时间计',
    rows: confirmed,
    only: sql`f.purpose = 'term'`,
  },
  answeredInTime: {
    ...counted,
    title: '按期批复的选举',
    definition: '期内批复、且在报告之后的时限内批复的选举、罢免和表决',
    rows: confirmed,
    only: sql`not f.is_late`,
  },
  answeredInTimeRate: {
    ...plate,
    title: '选举按期批复率',
    unit: '%',
    kind: 'rate',
    over: ['answeredInTime', 'confirmed'],
    definition: '按期批复的次数除以批复的次数',
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [say`指导基层工会完成选举${'confirmed'}`, say`其中换届${'terms'}`, say`选举结果按期批复率${'answeredInTimeRate'}`],
])
