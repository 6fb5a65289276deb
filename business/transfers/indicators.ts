import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'

const owner = '组织建设部'
const matter = { unit: '人次', kind: 'flow', fold: 'count', owner, opens: '/transfers/{record}' } as const
const people = { unit: '人', owner, opens: '/people/{record}' } as const

const transfers = (tx: Tx, federationId: string, at: 'created_at' | 'closed_at') =>
  tx
    .selectFrom('transfers as a')
    .select(['a.id as record', 'a.org_path', sql<string>`${sql.ref(`a.${at}`)}`.as('at'), sql<number>`1`.as('value')])
    .where('a.federation_id', '=', federationId)
    .where('a.kind', '=', 'transfer')

/** The instant at which a day begins in Shanghai. */
const dawn = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`

const ended = (tx: Tx, federationId: string, reason: 'left' | 'expelled' | 'died') =>
  tx
    .selectFrom('past_memberships as m')
    .select([
      'm.person_id as record',
      'm.org_path',
      dawn('m.to_on').as('at'),
      sql<number>`1`.as('value'),
      'm.person_id as subject',
    ])
    .where('m.federation_id', '=', federationId)
    .where('m.reason', '=', reason)

/** Who was retained at the end of the window: still today, or in a stint that ended later. */
const retained = (tx: Tx, federationId: string, asOf: string) =>
  tx
    .selectFrom('persons as p')
    .select([
      'p.id as record',
      'p.org_path',
      dawn('p.member_since').as('at'),
      sql<number>`1`.as('value'),
      'p.id as subject',
    ])
    .where('p.federation_id', '=', federationId)
    .where('p.membership', '=', 'retained')
    .unionAll(
      tx
        .selectFrom('past_memberships as m')
        .select([
          'm.person_id as record',
          'm.org_path',
          dawn('m.from_on').as('at'),
          sql<number>`1`.as('value'),
          'm.person_id as subject',
        ])
        .where('m.federation_id', '=', federationId)
        .where('m.kind', '=', 'retained')
        .where(sql<SqlBool>`${dawn('m.to_on')} >= ${asOf}::timestamptz`),
    )

/** The figures of this line, declared by their rows. A transfer counts where it leads. */
export const indicators = defineIndicators({
  requested: {
    ...matter,
    title: '提出转会',
    definition: '期内提出的转会，按提出时间计在转入的工会，含撤回和没有办成的',
    rows: (tx, federationId) => transfers(tx, federationId, 'created_at'),
  },
  done: {
    ...matter,
    title: '办好转会',
    definition: '期内由新工会接收的转会，按接收时间计在转入的工会',
    rows: (tx, federationId) => transfers(tx, federationId, 'closed_at').where('a.state', '=', 'done'),
  },
  releasedBySilence: {
    ...matter,
    title: '原工会不答复、自动转出',
    definition: '期内办好的转会中，原工会到期不答复而自动转出的，计在转入的工会',
    rows: (tx, federationId) =>
      transfers(tx, federationId, 'closed_at').where('a.state', '=', 'done').where('a.released_by_silence', '=', true),
  },
  silenceRate: {
    title: '自动转出占比',
    unit: '%',
    kind: 'rate',
    over: ['releasedBySilence', 'done'],
    owner,
    opens: '/transfers/{record}',
    definition: '自动转出的人次除以办好转会的人次',
  },
  retained: {
    ...people,
    kind: 'stock',
    fold: 'distinct',
    title: '保留会籍的会员',
    definition: '期末退休、下岗、失业后保留会籍的人数，不交会费，不参加表决',
    rows: retained,
  },
  left: {
    ...people,
    kind: 'flow',
    fold: 'count',
    title: '退会',
    definition: '期内本人提出退会的人数，按退会日计在原工会',
    rows: (tx, federationId) => ended(tx, federationId, 'left'),
  },
  expelled: {
    ...people,
    kind: 'flow',
    fold: 'count',
    title: '除名',
    definition: '期内经上级工会批准除名的人数，按批准日计在原工会',
    rows: (tx, federationId) => ended(tx, federationId, 'expelled'),
  },
  died: {
    ...people,
    kind: 'flow',
    fold: 'count',
    title: '去世的会员',
    definition: '期内去世的会员人数，计在原工会',
    rows: (tx, federationId) => ended(tx, federationId, 'died'),
  },
})

export const report = paragraph(
  indicators,
  (n) =>
    `办好会籍接转 ${n('done')}，其中原工会不答复自动转出 ${n('releasedBySilence')}；年末保留会籍 ${n('retained')}，退会 ${n('left')}。`,
)
