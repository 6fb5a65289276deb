import { sql } from 'kysely'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'
import { lastDayOf, ofBand, ratedFirms } from './figures.ts'

const owner = '组织建设部'
const stock = { unit: '家', kind: 'stock', fold: 'count', owner } as const

const startOf = sql<string>`d.day::timestamp at time zone 'Asia/Shanghai'`

/** What is missing from the rates, and what was left out of them. The rates themselves are figures of 建会. */
export const indicators = defineIndicators({
  uncovered100: {
    ...stock,
    title: '百人以上未建会企业',
    opens: '/enterprises/{record}',
    definition: '期末计入分母、没有在册工会的百人以上企业',
    rows: ratedFirms,
    held: 'uncovered',
    only: ofBand('100+'),
  },
  uncovered25: {
    ...stock,
    title: '25 至 99 人未建会企业',
    opens: '/enterprises/{record}',
    definition: '期末计入分母、没有在册工会的 25 至 99 人企业',
    rows: ratedFirms,
    held: 'uncovered',
    only: ofBand('25-99'),
  },
  excluded: {
    ...stock,
    title: '列入不计的企业',
    opens: '/coverage/{record}',
    definition: '期末经上级工会批准、不计入建会率分母的企业，不论人数',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('coverage as x')
        .innerJoin(sql<{ day: string }>`(${lastDayOf(asOf)})`.as('d'), (join) => join.onTrue())
        .select(['x.id as record', 'x.org_path', startOf.as('at'), sql<number>`1`.as('value')])
        .where('x.federation_id', '=', federationId)
        .where(sql<boolean>`x.approved_on <= d.day and d.day < least(x.until_on, x.ended_on)`),
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [say`年末百人以上未建会企业${'uncovered100'}`],
  [say`年末25至99人未建会企业${'uncovered25'}`],
  [say`经批准不计入建会率的企业${'excluded'}`],
])
