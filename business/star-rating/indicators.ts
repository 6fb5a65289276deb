import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../kernel/db/database.ts'
import { defineIndicators, paragraph } from '../../kernel/indicators/define.ts'

const owner = '组织建设部'
const plate = { owner, opens: '/star-rating/{record}' } as const

/** The instant at which a day begins in Shanghai. */
const dawn = (expression: string) => sql<string>`(${sql.raw(expression)})::timestamp at time zone 'Asia/Shanghai'`

/** Unions that held a star at the end of the window. */
const held = (tx: Tx, federationId: string, asOf: string) => {
  const last = sql`((${asOf}::timestamptz - interval '1 millisecond') at time zone 'Asia/Shanghai')::date`
  return tx
    .selectFrom('star_rating as s')
    .select([
      's.id as record',
      's.org_path',
      dawn('s.valid_from').as('at'),
      sql<number>`1`.as('value'),
      's.org_id as subject',
      's.stars',
    ])
    .where('s.federation_id', '=', federationId)
    .where('s.state', 'in', ['granted', 'revoked'])
    .where(
      sql<SqlBool>`s.valid_from <= ${last} and s.valid_to >= ${last} and (s.ended_on is null or s.ended_on > ${last})`,
    )
}

const stock = (words: string, level?: number) =>
  ({
    ...plate,
    title: `${words}工会`,
    unit: '个',
    kind: 'stock',
    fold: 'distinct',
    definition: `期末星级在有效期内、没有撤销的${words}基层工会`,
    rows: held,
    only: level === undefined ? sql`true` : sql`f.stars = ${sql.lit(level)}`,
  }) as const

/** The figures of this line, declared by their rows. Levels are counted, unions are never put in order. */
export const indicators = defineIndicators({
  starred: stock('星级'),
  stars5: stock('五星', 5),
  stars4: stock('四星', 4),
  stars3: stock('三星', 3),
  stars2: stock('二星', 2),
  stars1: stock('一星', 1),
  granted: {
    ...plate,
    title: '授星',
    unit: '个',
    kind: 'flow',
    fold: 'count',
    definition: '期内授予的星级，按授予日计，含续评；后来撤销的也计入授予当期',
    rows: (tx, federationId) =>
      tx
        .selectFrom('star_rating as s')
        .select(['s.id as record', 's.org_path', dawn('s.valid_from').as('at'), sql<number>`1`.as('value')])
        .where('s.federation_id', '=', federationId)
        .where('s.state', 'in', ['granted', 'revoked']),
  },
  expired: {
    ...plate,
    title: '星级到期',
    unit: '个',
    kind: 'flow',
    fold: 'count',
    definition: '期内到期、没有提前续评或撤销的星级，按到期次日计',
    rows: (tx, federationId, asOf) =>
      tx
        .selectFrom('star_rating as s')
        .select(['s.id as record', 's.org_path', dawn('s.valid_to + 1').as('at'), sql<number>`1`.as('value')])
        .where('s.federation_id', '=', federationId)
        .where('s.state', '=', 'granted')
        .where('s.ended_on', 'is', null)
        .where(sql<SqlBool>`${dawn('s.valid_to + 1')} < ${asOf}::timestamptz`),
  },
})

export const report = paragraph(indicators, 'organisation', (say) => [
  [
    say`评定星级工会${'granted'}`,
    say`年末星级有效的工会${'starred'}`,
    say`其中五星级${'stars5'}、四星级${'stars4'}、三星级${'stars3'}`,
  ],
])
