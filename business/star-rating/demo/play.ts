import { sql } from 'kysely'
import { actorOf } from '../../../district/cast.ts'
import { communityOfficers, districtOfficers, shownFactory, streetOfficers } from '../../../district/officers.ts'
import { randomOf, seededId } from '../../../district/random.ts'
import { type Actor, visitor } from '../../../kernel/access/actor.ts'
import { addDays, addMilliseconds, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { contract } from '../contract.ts'
import { line } from '../line.ts'
import { type Answer, leastVotes } from '../rules/poll.ts'
import { declaredItems } from '../rules/score-table.ts'
import { type Story, way } from './stories.ts'

type Union = { id: string; path: string; members: readonly string[] }
type Act = (name: string, actor: Actor, ago: number, input: object) => Promise<unknown>

export const written = {
  openness: '每季度开一次职工恳谈会，会议纪要贴在公告栏；工会经费收支半年公示一次。',
  activities: '三八、五一、中秋各办一次，另有篮球赛和亲子日，全年约 400 人次参加。',
  help: '慰问生病住院职工 6 人次，夏天给露天岗位送清凉 3 次。',
  innovation: '在两个车间设了“说事角”，每周有委员值班，当场能办的当场办。',
} as const
const declared = declaredItems.map((item) => ({ item, statement: written[item], claimedTenths: 40 }))
const findings = declaredItems.map((item) =>
  item === 'help'
    ? { item, pointsTenths: 30, reason: '只看到 4 次慰问的签收单' }
    : { item, pointsTenths: 40, reason: '' },
)

export const staffOf = (path: string) => {
  const clerk = communityOfficers.find(({ orgPath }) => path.startsWith(orgPath))
  const officer = streetOfficers.find(({ orgPath }) => path.startsWith(orgPath))
  const [, decider] = districtOfficers
  if (!clerk || !officer || !decider) throw new Error(`nobody looks after ${path}`)
  return { clerk, officer, decider }
}

/** Unions whose records let a star be given: a running term, nothing open against the firm, some dozens of members; first in 平湖. */
export async function unionsFor(house: House, count: number): Promise<Union[]> {
  const today = dayOf(house.clock())
  const { rows } = await sql<Union>`
    with chosen as materialized (select o.id, o.path from orgs o join union_terms t on t.federation_id = o.federation_id and t.org_id = o.id
        and t.ended_on is null and t.from_on <= ${addDays(today, -60)}::date and t.expires_on >= ${addDays(today, 60)}::date
      where o.federation_id = ${house.federationId} and o.form = 'single' and o.valid_to is null and o.sort % 2 = 0
        and o.id <> ${shownFactory.union?.id ?? ''} and o.id not in (select e.union_id from appeals a
          join enterprises e on e.federation_id = a.federation_id and e.id = a.enterprise_id and e.union_id is not null
          where a.federation_id = ${house.federationId} and a.closed_at is null)
      order by o.path < '440307.003.', o.path >= '440307.004.', o.path limit 300)
    select c.id, c.path, m.members from chosen c join (select p.union_id, array_agg(p.id order by p.id) as members from persons p
        where p.federation_id = ${house.federationId} and p.membership = 'full' and p.member_since < ${addDays(today, -60)}::date
          and p.union_id in (select id from chosen) group by p.union_id having count(*) between 12 and 45) m on m.union_id = c.id
    order by c.path < '440307.003.', c.path >= '440307.004.', c.path limit ${count}`.execute(house.db.owner)
  return rows
}

export async function shownUnion(house: House): Promise<Union> {
  const { union } = shownFactory
  if (!union) throw new Error('the shown factory has lost its union')
  const members = await house.db.owner
    .selectFrom('persons')
    .select('id')
    .where('federation_id', '=', house.federationId)
    .where('union_id', '=', union.id)
    .where('membership', '=', 'full')
    .where('member_since', '<', addDays(dayOf(house.clock()), -60))
    .orderBy('id')
    .limit(60)
    .execute()
  const { path } = await house.db.owner
    .selectFrom('orgs')
    .select('path')
    .where('federation_id', '=', house.federationId)
    .where('id', '=', union.id)
    .executeTakeFirstOrThrow()
  return { id: union.id, path, members: members.map(({ id }) => id) }
}

/** Takes one story as far as it has come, through the same door as any other, each step on its day. */
export async function play(house: House, union: Union, story: Story, n: number): Promise<void> {
  const { clerk, officer, decider } = staffOf(union.path)
  const now = house.clock()
  const act: Act = (name, actor, ago, input) => {
    const at = addMilliseconds(instantAt(addDays(dayOf(now), -ago), '09:30'), n * 7 * 60_000)
    return perform({ ...house, clock: () => at }, line, name, input, {
      actor,
      idempotencyKey: `demo-star-rating-${n}-${name}`,
    })
  }
  const doers = { accept: clerk, compute: clerk, check: officer, countersign: clerk } as const
  const asked = await act('apply', actorOf(clerk), story.since, { orgId: union.id, declared })
  const { id } = contract.apply.output.parse(asked)
  if (story.until === 'returned')
    await act('return', actorOf(officer), story.since - 3, { id, note: '活动一项请写明各次的时间和人数' })
  if (story.until === 'applied' || story.until === 'returned') return
  for (const { verb, to, after } of way) {
    if (after > story.since) break
    if (verb === 'propose') await castVotes(house, union, story, id)
    const doer = doers[verb as keyof typeof doers] ?? officer
    await act(verb, actorOf(doer), story.since - after, verb === 'check' ? { id, findings } : { id })
    if (to === story.until) break
    if (story.until === 'withdrawn') return void (await act('withdraw', actorOf(clerk), story.since - 3, { id }))
    if (story.until === 'refused' && verb === 'compute')
      return void (await act('refuse', actorOf(decider), 2, { id, note: '核查时发现活动记录不实，工会同意先整改' }))
  }
  if (story.until === 'rated_by_members') await castVotes(house, union, story, id)
}

const said: readonly Answer[] = ['good', 'good', 'good', 'fair', 'good', 'unknown', 'good', 'fair', 'good', 'poor']

/** So many members rate, in the days of the poll; those who sign in have not yet. */
async function castVotes(house: House, union: Union, story: Story, id: string): Promise<void> {
  const wanted = leastVotes(union.members.length, dayOf(house.clock())) + (story.votes ?? 0)
  for (const [i, personId] of union.members.slice(0, Math.max(2, wanted)).entries()) {
    const random = randomOf('star votes', i)
    const answers = Array.from({ length: 5 }, () => said[Math.floor(random() * said.length)] ?? 'good')
    const member: Actor = { ...visitor(house.federationId), role: 'worker', personId, name: '会员' }
    const at = instantAt(addDays(dayOf(house.clock()), -Math.max(story.since - 15 - (i % 8), 1)), '19:30')
    const veil = seededId('star veil', i)
    await perform(
      { ...house, clock: () => at },
      line,
      'vote',
      { id, answers, veil },
      { actor: member, idempotencyKey: `demo-star-vote-${id}` },
    )
  }
}
