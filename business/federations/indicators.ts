import { sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'
import { valueBefore } from './rules/value-before.ts'

const owner = '组织部'
const opens = '/federations/of/{record}'
const day = (asOf: string) => sql`((${asOf}::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date`
const at = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`
const one = sql<number>`1`.as('value')

type Marked = { federation_id: string; org_id: string; org_path: string }

/** Federations that were marked on the last day asked for. */
const marked = (table: 'federation_pilots' | 'federation_points') => (tx: Tx, federationId: string, asOf: string) =>
  tx
    .selectFrom(sql<Marked>`${sql.table(table)}`.as('m'))
    .select(['m.org_id as record', 'm.org_path', at('m.since_on').as('at'), one, 'm.org_id as subject'])
    .where('m.federation_id', '=', federationId)
    .where(sql<boolean>`(m.ended_on is null or m.ended_on > ${day(asOf)})`)

/** Grades as they were on the last day asked for: a later change is looked back through. */
const graded = (tx: Tx, federationId: string, asOf: string) =>
  tx
    .selectFrom('orgs as f')
    .select(['f.id as record', 'f.path as org_path', at('f.valid_from').as('at'), one])
    .select(
      sql<
        number | null
      >`coalesce((select m.grade_from from federation_matters m where m.federation_id = f.federation_id and m.org_id = f.id and m.kind = 'grade'
        and m.state = 'approved' and m.closed_at >= ${asOf}::timestamptz order by m.closed_at limit 1), f.grade)`.as(
        'grade',
      ),
    )
    .where('f.federation_id', '=', federationId)
    .where('f.kind', '=', 'community')
    .where(sql<boolean>`(f.valid_to is null or f.valid_to > ${day(asOf)})`)

const stock = { owner, opens, kind: 'stock' } as const
const ofGrade = (grade: number, title: string) =>
  ({
    ...stock,
    title: `${title}工联会`,
    unit: '家',
    fold: 'count',
    definition: `期末定为${title}的工联会；等级以区总工会批准的为准，批准前按原来的等级计`,
    rows: graded,
    only: sql`f.grade = ${sql.lit(grade)}`,
  }) as const

/** The figures of this line, declared by their rows. */
export const indicators = defineIndicators({
  pilots: {
    ...stock,
    title: '工联会综合改革试点单位',
    unit: '家',
    fold: 'distinct',
    definition: '期末列为综合改革试点、没有结束的工联会',
    rows: marked('federation_pilots'),
  },
  demonstrationPoints: {
    ...stock,
    title: '工联会示范点',
    unit: '个',
    fold: 'distinct',
    definition: '期末经区总工会批准、没有结束的街道层级示范点',
    rows: marked('federation_points'),
  },
  interlinked: {
    ...stock,
    title: '互联互动的工联会',
    unit: '个',
    fold: 'distinct',
    definition: '期末至少参加一组互联互动的工联会，一个工联会只计一次；按街道看就是每个街道有几个',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('federation_link_members as m')
        .innerJoin('federation_links as l', (join) =>
          join.onRef('l.federation_id', '=', 'm.federation_id').onRef('l.id', '=', 'm.link_id'),
        )
        .select(['m.org_id as record', 'm.org_path', at('l.since_on').as('at'), one, 'm.org_id as subject'])
        .where('m.federation_id', '=', federationId)
        .where(sql<boolean>`(l.ended_on is null or l.ended_on > ${day(asOf)})`),
  },
  linkedStreets: {
    ...stock,
    opens: '/federations/links',
    title: '互联互动达到个数的街道',
    unit: '个',
    fold: 'count',
    definition: '期末互联互动的工联会不少于规定个数（2024 年度工作计划：4 个）的街道',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('orgs as s')
        .select(['s.id as record', 's.path as org_path', at('s.valid_from').as('at'), one])
        .where('s.federation_id', '=', federationId)
        .where('s.kind', '=', 'street')
        .where(sql<boolean>`(s.valid_to is null or s.valid_to > ${day(asOf)})`)
        .where(
          sql<boolean>`(select count(distinct m.org_id) from federation_link_members m join federation_links l on l.federation_id = m.federation_id
              and l.id = m.link_id and l.since_on <= ${day(asOf)} and (l.ended_on is null or l.ended_on > ${day(asOf)})
            where m.federation_id = s.federation_id and m.org_path >= s.path and m.org_path < left(s.path, -1) || '/') >= ${valueBefore('linkedPerStreet', asOf)}`,
        ),
  },
  newFormFederations: {
    ...stock,
    title: '区、街道新就业形态工联会',
    unit: '个',
    fold: 'count',
    definition: '期末成立、没有撤销的区级和街道级新就业形态劳动者工联会，按成立日期计',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('orgs as f')
        .select(['f.id as record', 'f.path as org_path', at('f.founded_on').as('at'), one])
        .where('f.federation_id', '=', federationId)
        .where('f.kind', '=', 'community')
        .where('f.form', '=', 'new_form')
        .where('f.founded_on', 'is not', null)
        .where(sql<boolean>`(f.valid_to is null or f.valid_to > ${day(asOf)})`),
  },
  grade1: ofGrade(1, '一级'),
  grade2: ofGrade(2, '二级'),
  grade3: ofGrade(3, '三级'),
  grade4: ofGrade(4, '四级'),
  clubs: {
    ...stock,
    title: '职工社团',
    unit: '个',
    fold: 'count',
    definition: '期末工联会登记在册、没有解散的职工社团，按成立日期计',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('federation_clubs as c')
        .select(['c.org_id as record', 'c.org_path', at('c.founded_on').as('at'), one])
        .where('c.federation_id', '=', federationId)
        .where(sql<boolean>`(c.ended_on is null or c.ended_on > ${day(asOf)})`),
  },
  visits: {
    title: '工联会走访企业',
    unit: '次',
    owner,
    opens,
    kind: 'flow',
    fold: 'count',
    definition: '期内工联会走访企业的次数，按走访日期计；同一天走访同一家企业两次计两次',
    rows: (tx, federationId) =>
      tx
        .selectFrom('federation_visits as v')
        .select(['v.org_id as record', 'v.org_path', at('v.visited_on').as('at'), one])
        .where('v.federation_id', '=', federationId),
  },
})

export const report = paragraph(indicators, 'reform', (say) => [
  [
    say`深化工联会综合改革`,
    say`设综合改革试点单位${'pilots'}`,
    say`培育街道层级示范点${'demonstrationPoints'}`,
    say`开展互联互动的工联会${'interlinked'}`,
    say`建立区、街道新就业形态劳动者工联会${'newFormFederations'}`,
  ],
  [say`工联会走访企业${'visits'}`, say`年末在册职工社团${'clubs'}`],
])
