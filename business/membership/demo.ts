import { numbersFor } from '../../district/numbers.ts'
import { seededId } from '../../district/random.ts'
import { communities, streets } from '../../district/tree.ts'
import { dayOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { writeMembers } from './demo/members.ts'
import { addYoung, listApplicants } from './demo/people.ts'
import { APPLICATIONS, PEOPLE, type Planned, POOLED, planAll } from './demo/plan.ts'
import { addMatter, idOf, type Org, type Rows } from './demo/rows.ts'

const CHUNK = 100

/** Applications of now in every state, people in the pools for up to three months, and some of each month of the last year. All or nothing. */
export const demo = {
  title: `入会：现在的 ${APPLICATIONS} 件申请和会员池里的 ${POOLED} 人`,

  async isLoaded(house: House): Promise<boolean> {
    const first = await house.db.owner
      .selectFrom('membership')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .where('id', '=', idOf(0))
      .executeTakeFirst()
    return first !== undefined
  },

  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    if (await demo.isLoaded(house)) return
    await asOwner(house.db, async (tx) => {
      const today = dayOf(house.clock())
      const applicants = await listApplicants(tx, house, PEOPLE)
      const [first] = applicants
      if (!first) return
      const young = await addYoung(tx, house, first, today)
      const planned = planAll(applicants, young, today).map((one) => notAhead(one, house.clock()))
      planned.sort((a, b) => ((a.steps[0]?.at ?? '') < (b.steps[0]?.at ?? '') ? -1 : 1))
      const orgs = new Map((await addPools(tx, house.federationId)).map((org) => [org.path, org]))
      await insertMatters(tx, house, planned, orgs, onProgress)
      const numberOf = await numbersFor(tx, house.federationId, 'HY', planned)
      await writeMembers(tx, house.federationId, planned, orgs, numberOf)
    })
  },
}

/** Early in the morning some of today has not happened yet. */
const notAhead = (planned: Planned, now: string): Planned => ({
  ...planned,
  steps: planned.steps.map((step) => (step.at > now ? { ...step, at: now } : step)),
})

/** Every street has a pool by now; with them the communities, which take in where a firm has no union. */
async function addPools(tx: Tx, federationId: string): Promise<Org[]> {
  const pools = streets.map(({ id, path, name }, n) => ({
    federation_id: federationId,
    id: seededId('membership pool', n),
    parent_id: id,
    path: `${path}pool.`,
    kind: 'enterprise' as const,
    code: 'pool',
    name: `${name}街道会员池`,
    short_name: `${name}街道会员池`,
    form: 'pool' as const,
    sort: 9999,
    valid_from: '2025-01-01',
  }))
  await tx
    .insertInto('orgs')
    .values(pools)
    .onConflict((c) => c.doNothing())
    .execute()
  return tx
    .selectFrom('orgs')
    .select(['id', 'path', 'name'])
    .where('federation_id', '=', federationId)
    .where('path', 'in', [...pools.map(({ path }) => path), ...communities.map(({ path }) => path)])
    .execute()
}

async function insertMatters(
  tx: Tx,
  house: House,
  planned: readonly Planned[],
  orgs: ReadonlyMap<string, Org>,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const numberOf = await numbersFor(tx, house.federationId, 'RH', planned)
  for (let at = 0; at < planned.length; at += CHUNK) {
    const rows: Rows = { membership: [], case_events: [], deadlines: [] }
    for (const one of planned.slice(at, at + CHUNK)) addMatter(rows, house, one, numberOf(one), orgs)
    await tx.insertInto('membership').values(rows.membership).execute()
    await tx.insertInto('case_events').values(rows.case_events).execute()
    if (rows.deadlines.length > 0) await tx.insertInto('deadlines').values(rows.deadlines).execute()
    onProgress(Math.min(at + CHUNK, planned.length), planned.length)
  }
}
