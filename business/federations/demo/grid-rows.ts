import { sql } from 'kysely'
import { between, randomOf, seededId } from '../../../district/random.ts'
import { enterprisesWhere } from '../../../district/sampling.ts'
import { addDays, type Day, daysBetween } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { grids, officerOf, unfinished } from './plan.ts'
import { fed } from './rows.ts'

const FOUND = [
  '车间整洁，职工反映食堂菜式少。',
  '企业订单稳定，愿意支持社团活动。',
  '新招了一批青年职工，想办联谊。',
  '宿舍热水供应正常，消防通道畅通。',
] as const

/** Grids, the firms in them, and who visited whom; the sealed words of one visit are those of no other. */
export async function addGrids(tx: Tx, house: House, today: Day): Promise<void> {
  const gridRows = grids.map(({ id, community, name, leaderId }) => ({
    ...fed(house),
    id,
    org_id: community.id,
    org_path: community.path,
    name,
    leader_id: leaderId,
    since_on: '2023-01-10',
  }))
  await tx
    .insertInto('federation_grids')
    .values(gridRows)
    .onConflict((c) => c.doNothing())
    .execute()
  const gridsOf = Map.groupBy(grids, ({ community }) => community.path)
  const firms = enterprisesWhere({}).flatMap(({ id, n, community }) => {
    const own = gridsOf.get(community.path) ?? []
    const grid = own[n % own.length]
    return !grid || (unfinished.has(community.path) && n % 11 === 0)
      ? []
      : [{ id, grid: grid.id, path: community.path }]
  })
  await sql`insert into federation_grid_firms (federation_id, enterprise_id, grid_id, org_path, since_on)
    select ${house.federationId}, e, g, p, '2023-01-10' from unnest(${firms.map(({ id }) => id)}::uuid[], ${firms.map(({ grid }) => grid)}::uuid[],
    ${firms.map(({ path }) => path)}::text[]) as f (e, g, p) on conflict do nothing`.execute(tx)
  await addVisits(tx, house, today)
}

async function addVisits(tx: Tx, house: House, today: Day): Promise<void> {
  const span = daysBetween('2023-01-15', today)
  const rows = enterprisesWhere({}).flatMap((firm) => {
    if (firm.n % 14 !== 3) return []
    const id = seededId('federation visit', firm.n)
    const random = randomOf('federations visit', firm.n)
    const officer = officerOf(firm.community)
    const words = FOUND[firm.n % FOUND.length] ?? FOUND[0]
    return [
      {
        ...fed(house),
        id,
        org_id: firm.community.id,
        org_path: firm.community.path,
        enterprise_id: firm.id,
        visited_on: addDays('2023-01-15', between(random, 0, span)),
        visitor_id: officer.personId,
        visitor_name: officer.name,
        found_sealed: house.sealer.seal(words, `federations.found:${id}`),
        needs_follow_up: false,
      },
    ]
  })
  for (let at = 0; at < rows.length; at += 1_000) {
    await tx
      .insertInto('federation_visits')
      .values(rows.slice(at, at + 1_000))
      .onConflict((c) => c.doNothing())
      .execute()
  }
}
