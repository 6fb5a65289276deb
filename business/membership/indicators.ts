import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph, type Rows } from '../../kernel/indicators/define.ts'

const owner = '组织建设部'
const flow = { unit: '人次', kind: 'flow', fold: 'count', byGroup: true, owner, opens: '/membership/{record}' } as const

/** The first clock of an application was met before it ran out. */
const isInTime = sql<SqlBool>`exists (select from deadlines d where d.federation_id = a.federation_id and d.record_id = a.id
  and d.name = 'decide' and d.met_at <= d.due_at)`

type At = 'created_at' | 'decided_at'
const applications = (tx: Tx, federationId: string, at: At) =>
  tx
    .selectFrom('membership as a')
    .select(['a.id as record', 'a.org_path', sql<string>`${sql.ref(`a.${at}`)}`.as('at'), sql<number>`1`.as('value')])
    .select(['a.person_id as person', 'a.state', 'a.new_form_kind', isInTime.as('is_in_time')])
    .where('a.federation_id', '=', federationId)
    .where(`a.${at}`, 'is not', null)
    // Somebody under 16 is protected by the district; his matter is in no union's figures.
    .where('a.union_id', 'is not', null)

const received: Rows = (tx, federationId) => applications(tx, federationId, 'created_at')
const decided: Rows = (tx, federationId) => applications(tx, federationId, 'decided_at')

/** Withdrawn after a decision is who has left the pool since: he was taken in all the same. */
const isAdmitted = sql`f.state in ('approved', 'pooled', 'withdrawn')`

/** The instant at which a day begins in Shanghai. */
const dawn = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`

/** Who was in a pool at the end of the window: still today, or in a stint that ended later. */
const pooled = (tx: Tx, federationId: string, asOf: string) =>
  tx
    .selectFrom('persons as p')
    .select(['p.id as record', 'p.org_path', dawn('p.member_since').as('at'), sql<number>`1`.as('value')])
    .select('p.id as person')
    .where('p.federation_id', '=', federationId)
    .where('p.membership', '=', 'pooled')
    .unionAll(
      tx
        .selectFrom('past_memberships as m')
        .select(['m.person_id as record', 'm.org_path', dawn('m.from_on').as('at'), sql<number>`1`.as('value')])
        .select('m.person_id as person')
        .where('m.federation_id', '=', federationId)
        .where('m.kind', '=', 'pooled')
        .where(sql<SqlBool>`${dawn('m.to_on')} >= ${asOf}::timestamptz`),
    )

/** The four kinds that were named in 2021, and all others of the table. */
const four = ['truck_driver', 'ride_driver', 'courier', 'food_rider']
const named = (codes: readonly string[]) => sql.join(codes.map((code) => sql.lit(code)))
const otherKinds = sql`f.new_form_kind not in ('', ${named(four)})`

const newForm = (title: string, codes: readonly string[] | 'other') =>
  ({
    ...flow,
    title,
    definition: `期内同意入会（含会员池）的申请中，职业登记为${title.replace('入会', '')}的，按决定时间计`,
    rows: decided,
    only: sql`${isAdmitted} and ${codes === 'other' ? otherKinds : sql`f.new_form_kind in (${named(codes)})`}`,
  }) as const

/** The figures of this line, declared by their rows. How many people were collected, verified and joined are figures of 建会. */
export const indicators = defineIndicators({
  received: {
    ...flow,
    title: '入会申请',
    definition: '期内收到的入会申请，不论线上、窗口还是纸质，按收到时间计',
    rows: received,
  },
  decided: {
    ...flow,
    title: '审核完的入会申请',
    definition: '期内由工会作出决定（同意、收进会员池、转办转会、不同意）的申请，按决定时间计；本人撤回的不计',
    rows: decided,
  },
  approved: {
    ...flow,
    title: '同意入会',
    definition: '期内同意入会或收进会员池的申请，按决定时间计',
    rows: decided,
    only: isAdmitted,
  },
  inTime: {
    ...flow,
    title: '按时审核的入会申请',
    definition: '期内在审核时限（3 个工作日，补正的时间不算）内由工会作出决定的申请',
    rows: decided,
    only: sql`f.is_in_time`,
  },
  inTimeRate: {
    title: '入会申请按时审核率',
    unit: '%',
    kind: 'rate',
    over: ['inTime', 'decided'],
    owner,
    opens: '/membership/{record}',
    definition: '期内按时审核的申请除以审核完的申请',
  },
  pooled: {
    unit: '人',
    kind: 'stock',
    fold: 'count',
    owner,
    opens: '/people/{record}',
    title: '会员池里的会员',
    definition: '期末在街道会员池里、还没有工会接收的会员',
    byGroup: true,
    rows: pooled,
  },
  truckDrivers: newForm('货车司机入会', ['truck_driver']),
  rideDrivers: newForm('网约车司机入会', ['ride_driver']),
  couriers: newForm('快递员入会', ['courier']),
  foodRiders: newForm('外卖配送员入会', ['food_rider']),
  otherNewForm: newForm('其他新就业形态劳动者入会', 'other'),
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [
    say`受理职工入会申请${'received'}`,
    say`同意入会${'approved'}`,
    say`其中货车司机${'truckDrivers'}、网约车司机${'rideDrivers'}、快递员${'couriers'}、外卖配送员${'foodRiders'}`,
    say`按时审核率${'inTimeRate'}`,
  ],
  [say`年末由街道会员池服务的会员${'pooled'}`],
])
