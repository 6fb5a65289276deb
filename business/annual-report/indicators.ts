import { sql } from 'kysely'
import { defineIndicators } from '../../kernel/indicators/define.ts'

/** The reports themselves are counted too, and tell nothing in a report. */
export const indicators = defineIndicators({
  published: {
    title: '定稿的年度报告',
    unit: '份',
    kind: 'flow',
    fold: 'count',
    owner: '办公室',
    opens: '/annual-report/{record}',
    definition: '期内定稿的年度报告，按定稿时间计，每一版计一份',
    rows: (tx, federationId) =>
      tx
        .selectFrom('annual_report as r')
        .select(['r.id as record', 'r.org_path', sql<string>`r.published_at`.as('at'), sql<number>`1`.as('value')])
        .where('r.federation_id', '=', federationId)
        .where('r.published_at', 'is not', null),
  },
})
