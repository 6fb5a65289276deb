import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph, type Rows } from '../../kernel/indicators/define.ts'

const owner = '组织建设部'
const matter = {
  unit: '人次',
  kind: 'flow',
  fold: 'count',
  byGroup: true,
  owner,
  opens: '/transfers/{record}',
} as const
const people = { unit: '人', byGroup: true, owner, opens: '/people/{record}' } as const

const transfers = (tx: Tx, federationId: string, at: 'created_at' | 'closed_at') =>
  tx
    .selectFrom('transfers as a')
    .select(['a.id as record', 'a.org_path', sql<string>`${sql.ref(`a.${at}`)}`.as('at'), sql<number>`1`.as('value')])
    .select(['a.person_id as person', 'a.state', 'a.released_by_silence'])
    .where('a.federation_id', '=', federationId)
    .where('a.kind', '=', 'transfer')

const requested: Rows = (tx, federationId) => transfers(tx, federationId, 'created_at')
const closed: Rows = (tx, federationId) => transfers(tx, federationId, 'closed_at')

/** The instant at which a day begins in Shanghai. */
const dawn = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`

const ended: Rows = (tx, federationId) =>
  tx
    .selectFrom('past_memberships as m')
    .select([
      'm.person_id as record',
      'm.org_path',
      dawn('m.to_on').as('at'),
      sql<number>`1`.as('value'),
      'm.person_id as person',
      'm.reason',
    ])
    .where('m.federation_id', '=', federationId)
    .where('m.reason', 'in', ['left', 'expelled', 'died'])

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
      'p.id as person',
    ])
    .where('p.federation_id', '=', federationId)
    .where('p.merged_into', 'is', null)
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
          'm.person_id as person',
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
    rows: requested,
  },
  done: {
    ...matter,
    title: '办好转会',
    definition: '期内由新工会接收的转会，按接收时间计在转入的工会',
    rows: closed,
    only: sql`f.state = 'done'`,
  },
  releasedBySilence: {
    ...matter,
    title: '原工会不答复、自动转出',
    definition: '期内办好的转会中，原工会到期不答复而自动转出的，计在转入的工会',
    rows: closed,
    only: sql`f.state = 'done' and f.released_by_silence`,
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
    rows: ended,
    only: sql`f.reason = 'left'`,
  },
  expelled: {
    ...people,
    kind: 'flow',
    fold: 'count',
    title: '除名',
    definition: '期内经上级工会批准除名的人数，按批准日计在原工会',
    rows: ended,
    only: sql`f.reason = 'expelled'`,
  },
  died: {
    ...people,
    kind: 'flow',
    fold: 'count',
    title: '去世的会员',
    definition: '期内去世的会员人数，计在原工会',
    rows: ended,
    only: sql`f.reason = 'died'`,
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [
    say`办理会籍接转${'done'}`,
    say`其中原工会逾期不答复、依规自动转出${'releasedBySilence'}`,
    say`年末保留会籍的会员${'retained'}`,
  ],
])
