import { sql } from 'kysely'
import { defineIndicators, paragraph, type Rows } from '../../kernel/indicators/define.ts'
import { ofBand, ratedFirms } from '../coverage/public.ts'

const owner = '组织建设部'
const flow = { kind: 'flow', fold: 'count', owner } as const
const stock = { unit: '家', kind: 'stock', fold: 'count', owner, opens: '/enterprises/{record}' } as const

/** Midnight in Shanghai. An interval, not the zone's name: a quarter of a million rows are converted, and the name is looked up for each. */
const startOf = (column: 'o.founded_on' | 'p.collected_on' | 'p.verified_on' | 'p.joined_on') =>
  sql<string>`${sql.ref(column)}::timestamp at time zone interval '8 hours'`

/**
 * Base unions by the day of their founding. A union that moves to another community goes on as a new row with the old day: it was founded once, where it
 * stood then.
 */
const founded: Rows = (tx, federationId) =>
  tx
    .selectFrom('orgs as o')
    .select(['o.id as record', 'o.path as org_path', startOf('o.founded_on').as('at'), sql<number>`1`.as('value')])
    .select('o.form')
    .where('o.federation_id', '=', federationId)
    .where('o.kind', '=', 'enterprise')
    .where('o.founded_on', 'is not', null)
    .where(sql<boolean>`o.form is distinct from 'pool'`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('orgs as w')
            .select('w.id')
            .whereRef('w.federation_id', '=', 'o.federation_id')
            .whereRef('w.name', '=', 'o.name')
            .whereRef('w.founded_on', '=', 'o.founded_on')
            .whereRef('w.valid_to', '=', 'o.valid_from')
            .whereRef('w.id', '<>', 'o.id'),
        ),
      ),
    )

type PersonDays = {
  federation_id: string
  id: string
  org_path: string
  is_new_form: boolean
  industry: string | null
}

/** People with their three days and what kind of worker they are, read once for all three. The merged record of a person that came in twice does not count again. */
const people: Rows = (tx, federationId) =>
  tx
    .selectFrom(sql<PersonDays>`person_days`.as('p'))
    .select(['p.id as record', 'p.org_path', 'p.id as person', sql<number>`1`.as('value')])
    .select(['p.is_new_form', 'p.industry'])
    .select([startOf('p.collected_on').as('at'), startOf('p.verified_on').as('verified_at')])
    .select(startOf('p.joined_on').as('joined_at'))
    .where('p.federation_id', '=', federationId)

/** The figures of 组建, declared by their rows. The rates rest on the rows of 建会覆盖. */
export const indicators = defineIndicators({
  unionsFounded: {
    ...flow,
    title: '新建基层工会组织',
    unit: '家',
    opens: '/unions/union/{record}',
    definition: '期内批复成立的基层工会，按成立日期计；街道会员池不是工会，不计',
    rows: founded,
  },
  newFormUnions: {
    ...flow,
    title: '新就业形态企业单独建会',
    unit: '家',
    opens: '/unions/union/{record}',
    definition: '其中由新就业形态企业（平台、站点）单独建立的，按成立日期计',
    rows: founded,
    only: sql`f.form = 'new_form'`,
  },
  newMembers: {
    ...flow,
    title: '发展会员',
    unit: '人',
    opens: '/people/{record}',
    definition: '期内第一次入会的职工，按入会日期计；转会不再计',
    rows: people,
    at: 'joined_at',
    byGroup: 'row',
  },
  collected: {
    ...flow,
    title: '信息采集',
    unit: '人',
    opens: '/people/{record}',
    definition: '期内采集到基本信息的职工，按采集日期计，不论是否入会',
    rows: people,
    byGroup: 'row',
  },
  verified: {
    ...flow,
    title: '实名认证',
    unit: '人',
    opens: '/people/{record}',
    definition: '期内通过实名认证的职工，按认证日期计；往年入会的也会认证，所以可以多于信息采集',
    rows: people,
    at: 'verified_at',
    byGroup: 'row',
  },
  base100: {
    ...stock,
    title: '百人以上应建会企业',
    definition: '期末存续、人数 100 以上且在十二个月内统计过的企业，减去经批准列入不计的；到今天为止',
    rows: ratedFirms,
    held: 'base',
    only: ofBand('100+'),
  },
  covered100: {
    ...stock,
    title: '百人以上已建会企业',
    definition: '百人以上应建会企业中，所在工会（含联合工会）已批复成立、没有撤销的',
    rows: ratedFirms,
    held: 'covered',
    only: ofBand('100+'),
  },
  coverage100: {
    title: '百人以上企业建会率',
    unit: '%',
    kind: 'rate',
    over: ['covered100', 'base100'],
    owner,
    opens: '/enterprises/{record}',
    definition: '百人以上已建会企业除以百人以上应建会企业，期末数；没有公开的统一公式，口径待区总工会确认',
  },
  base25: {
    ...stock,
    title: '25 至 99 人应建会企业',
    definition: '期末存续、人数 25 至 99 且在十二个月内统计过的企业，减去经批准列入不计的；到今天为止',
    rows: ratedFirms,
    held: 'base',
    only: ofBand('25-99'),
  },
  covered25: {
    ...stock,
    title: '25 至 99 人已建会企业',
    definition: '25 至 99 人应建会企业中，所在工会（含联合工会）已批复成立、没有撤销的',
    rows: ratedFirms,
    held: 'covered',
    only: ofBand('25-99'),
  },
  coverage25: {
    title: '25-99 人企业动态建会率',
    unit: '%',
    kind: 'rate',
    over: ['covered25', 'base25'],
    owner,
    opens: '/enterprises/{record}',
    definition: '25 至 99 人已建会企业除以应建会企业，期末数，企业每天重算；口径待区总工会确认',
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [
    say`新建基层工会组织${'unionsFounded'}`,
    say`其中新就业形态企业单独建会${'newFormUnions'}`,
    say`百人以上企业建会率${'coverage100'}`,
    say`25至99人企业动态建会率${'coverage25'}`,
  ],
  [say`发展会员${'newMembers'}`, say`采集职工信息${'collected'}`, say`完成实名认证${'verified'}`],
])
