import { sql } from 'kysely'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'

const plate = { owner: '组织部', opens: '/clean-up/{record}' } as const
const startOf = (column: string) => sql<string>`(${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`

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
        .select([
          'f.id as record',
          sql<string>`(select min(s.org_path) from clean_up_subjects s where s.federation_id = f.federation_id and s.finding_id = f.id)`.as(
            'org_path',
          ),
          startOf('f.found_on').as('at'),
          sql<number>`1`.as('value'),
        ])
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
    rows: (tx, federationId) =>
      tx
        .selectFrom('clean_up as c')
        .select(['c.id as record', 'c.org_path', sql<string>`c.closed_at`.as('at'), sql<number>`1`.as('value')])
        .where('c.federation_id', '=', federationId)
        .where('c.state', '=', 'settled'),
  },
  merged: {
    ...plate,
    title: '合并重复登记的人员',
    unit: '件',
    kind: 'flow',
    fold: 'count',
    definition: '期内合并、没有再撤销的重复登记，按合并时间计',
    rows: (tx, federationId) =>
      tx
        .selectFrom('clean_up as c')
        .select(['c.id as record', 'c.org_path', sql<string>`c.closed_at`.as('at'), sql<number>`1`.as('value')])
        .where('c.federation_id', '=', federationId)
        .where('c.state', '=', 'settled')
        .where('c.outcome', '=', 'merged'),
  },
})

export const report = paragraph(
  indicators,
  (n) => `清理登记问题 ${n('settled')}，合并重复登记的人员 ${n('merged')}，待清理 ${n('open')}。`,
)
