import { sql } from 'kysely'
import { defineIndicators, paragraph, type Rows } from '../../kernel/indicators/define.ts'

const plate = { owner: '组织部', opens: '/clean-up/{record}' } as const
const startOf = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`

const firstPlace = sql<{
  org_path: string
}>`(select p.org_path from clean_up_places p where p.federation_id = f.federation_id and p.finding_id = f.id)`

const settled: Rows = (tx, federationId) =>
  tx
    .selectFrom('clean_up as c')
    .select(['c.id as record', 'c.org_path', sql<string>`c.closed_at`.as('at'), sql<number>`1`.as('value')])
    .select('c.outcome')
    .where('c.federation_id', '=', federationId)
    .where('c.state', '=', 'settled')

/** The figures of the clean-up desk, declared by their rows. A finding stands where its first record lies. */
export const indicators = defineIndicators({
  open: {
    ...plate,
    title: '待清理的登记问题',
    unit: '条',
    kind: 'stock',
    fold: 'count',
    opens: '/clean-up/findings/{record}',
    definition: '期末还没有处理、也没有消除的登记问题，按第一条有关记录所在的工会计',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('clean_up_findings as f')
        .innerJoinLateral(firstPlace.as('s'), (join) => join.onTrue())
        .select(['f.id as record', 's.org_path', startOf('f.found_on').as('at'), sql<number>`1`.as('value')])
        .where('f.federation_id', '=', federationId)
        .where(
          sql<boolean>`(f.ended_on is null or (f.ended_on::timestamp at time zone 'Asia/Shanghai') >= ${asOf}::timestamptz)`,
        ),
  },
  settled: {
    ...plate,
    title: '清理登记问题',
    unit: '件',
    kind: 'flow',
    fold: 'count',
    definition: '期内核实后处理完毕的登记问题，按处理时间计；不是问题的、撤销的不计',
    rows: settled,
  },
  merged: {
    ...plate,
    title: '合并重复登记的人员',
    unit: '件',
    kind: 'flow',
    fold: 'count',
    definition: '期内合并、没有再撤销的重复登记，按合并时间计',
    rows: settled,
    only: sql`f.outcome = 'merged'`,
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [say`核实清理组织和会员登记问题${'settled'}`, say`其中合并重复登记的人员${'merged'}`, say`年末尚待清理${'open'}`],
])
