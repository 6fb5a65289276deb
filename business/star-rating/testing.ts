import { uuidv7 } from 'uuidv7'
import { small } from '../../district/small.ts'
import { MONDAY, openSmall } from '../../district/testing.ts'
import { type Actor, standingOf, visitor } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { createJobs } from '../../kernel/jobs/jobs.ts'
import { lineJobs } from '../../kernel/jobs/registered.ts'
import type { Line } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import type { Answer } from './rules/poll.ts'
import { declaredItems } from './rules/score-table.ts'

export const factory = small.factory.union ?? raise()

function raise(): never {
  throw new Error('the small district has lost a union')
}

const touched = [
  'star_rating_roll',
  'star_rating_votes',
  'star_rating_polls',
  'star_rating_items',
  'star_rating',
  'appeals',
  'case_events',
  'deadlines',
  'cases',
  'notices',
  'jobs_outbox',
  'idempotency_keys',
  'parameters',
] as const

export const declared = declaredItems.map((item) => ({ item, statement: '一年四次，见附件', claimedTenths: 30 }))
export const findings = declaredItems.map((item) => ({ item, pointsTenths: 30 }))
/** Ballots of the members of the factory, 刘洋 and 杨丽 first. */
export const allGood: readonly Answer[] = ['good', 'good', 'good', 'good', 'good']

type Reached = 'applied' | 'accepted' | 'computed' | 'on_site' | 'checked' | 'rated_by_members'

/**
 * The small district with the factory's union in order: a term, a chair, a certificate, organs, ten members. 赵国栋 asks, 谢婷 of 白坭坑 accepts and computes,
 * 李敏 of 平湖 checks and proposes, 王芳 of the district grants.
 */
export async function openRatings(others: readonly Line[] = []) {
  const district = await openSmall([line, ...others])
  const { db, clock, house } = district
  const members = await addMembers(district)
  await addOffices(district)
  const jobs = createJobs({ db, federationId: small.federationId, clock, isManual: true })
  await jobs.start(lineJobs(house))
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const chair = () => as(small.chairZhao.actor)
  const clerk = () => as(small.clerks.bainikeng.actor)
  const li = () => as(small.officerLi.actor)
  const wang = () => as(small.officerWang.actor)

  /** A rating of the factory's union that has come as far as `state`. */
  async function ratingAt(state: Reached): Promise<string> {
    const { id } = await chair().apply({ orgId: factory.id, declared })
    const steps = [
      ['applied', async () => {}],
      ['accepted', () => clerk().accept({ id })],
      ['computed', () => clerk().compute({ id })],
      ['on_site', () => li().check({ id, findings })],
      ['checked', () => clerk().countersign({ id })],
      ['rated_by_members', () => li().openPoll({ id })],
    ] as const
    for (const [reached, step] of steps) {
      await step()
      if (reached === state) break
    }
    return id
  }

  const vote = (actor: Actor, id: string, answers: readonly Answer[] = allGood, key?: string) =>
    as(actor, key).vote({ id, answers: [...answers], veil: uuidv7() })

  /** All the way: eight members rate well, the star is granted. */
  async function grantStar(): Promise<string> {
    const id = await ratingAt('rated_by_members')
    for (const member of members.slice(0, 8)) await vote(member, id)
    clock.set('2026-03-13T01:00:00.000Z')
    await li().propose({ id })
    await li().publish({ id })
    clock.set('2026-03-23T01:00:00.000Z')
    await wang().grant({ id })
    return id
  }

  const figure = async (name: string, year = 2026) =>
    (
      await inTransaction(db, standingOf(small.officerWang.actor), (tx) =>
        total(tx, line, name, yearWindow('440307', '440307.', year)),
      )
    ).value

  async function reset(): Promise<void> {
    clock.set(MONDAY)
    await asOwner(db, async (tx) => {
      for (const table of touched) await tx.deleteFrom(table).execute()
    })
  }

  const close = async () => {
    await jobs.stop()
    await district.close()
  }
  return { district, members, as, chair, clerk, li, wang, ratingAt, vote, grantStar, figure, jobs, reset, close }
}

type District = Awaited<ReturnType<typeof openSmall>>

const workerOf = (personId: string): Actor => ({
  ...visitor(small.federationId),
  role: 'worker',
  personId,
  accountId: uuidv7(),
  name: '会员',
})

/** Six more members of the factory beside those with names. @returns all who may rate, as workers */
async function addMembers({ db }: District): Promise<Actor[]> {
  const rows = Array.from({ length: 6 }, (_, n) => ({
    federation_id: small.federationId,
    id: uuidv7(),
    org_path: factory.path,
    name: `会员${n}`,
    sex: 'female' as const,
    enterprise_id: small.factory.id,
    union_id: factory.id,
    collected_on: '2025-09-01',
    joined_on: '2025-09-01',
    membership: 'full' as const,
    member_since: '2025-09-01',
    verified_level: 2,
    verified_channel: 'police' as const,
  }))
  await asOwner(db, (tx) => tx.insertInto('persons').values(rows).execute())
  return [small.workerLiu.id, small.workerYang.id, ...rows.map(({ id }) => id)].map(workerOf)
}

async function addOffices({ db }: District): Promise<void> {
  const own = { federation_id: small.federationId, org_id: factory.id, org_path: factory.path }
  const term = { ...own, id: uuidv7(), ordinal: 1, from_on: '2024-01-01', years: 3, expires_on: '2026-12-31' }
  const office = (person_id: string, duty: 'chair' | 'committee' | 'audit_chair' | 'women_chair') => ({
    ...own,
    id: uuidv7(),
    person_id,
    duty,
    term_id: term.id,
    from_on: term.from_on,
  })
  const certificate = { ...own, id: uuidv7(), number: '粤工法证字第000001号', credit_code: '81440307MC0000001X' }
  await asOwner(db, async (tx) => {
    await tx.insertInto('union_terms').values(term).execute()
    await tx
      .insertInto('union_officers')
      .values([
        office(small.chairZhao.id, 'chair'),
        office(small.workerLiu.id, 'committee'),
        office(small.informantSun.id, 'committee'),
        office(small.workerYang.id, 'audit_chair'),
        office(small.workerYang.id, 'women_chair'),
      ])
      .execute()
    await tx
      .insertInto('union_certificates')
      .values({ ...certificate, legal_name: '赵国栋', issued_on: '2024-01-20', expires_on: '2026-12-31' })
      .execute()
  })
}
