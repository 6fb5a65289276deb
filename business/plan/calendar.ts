import ical, { ICalEventTransparency } from 'ical-generator'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { reachOf } from '../../kernel/access/permissions.ts'
import { isRole } from '../../kernel/access/roles.ts'
import { addDays, dayOf, yearOf } from '../../kernel/calendar/days.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { digestOf } from './feed.ts'
import { permissions } from './permissions.ts'
import { quarterEnd } from './rules/days.ts'
import { tasksFor } from './tasks.ts'
import { listYears } from './year.ts'

type Entry = { id: string; day: string; title: string; description: string }

/**
 * The calendar behind a secret address (RFC 5545): nodes and quarter ends of the running year and the next, as whole days. Titles and days only.
 * @param token the last part of the address, without `.ics` @returns null when nobody has such an address, or its owner no longer holds the post
 */
export async function calendarOf(house: House, token: string): Promise<string | null> {
  const actor = await subscriberOf(house, token)
  if (!actor) return null
  return inTransaction(
    house.db,
    standingOf(actor),
    async (tx) => write(await entriesOf(newCtx(house, actor, tx)), house),
    { readOnly: true },
  )
}

/** Who subscribed, in the post it was done in, if that is still held and may read the plan. */
async function subscriberOf(house: House, token: string): Promise<Actor | null> {
  const today = dayOf(house.clock())
  const row = await house.db.owner
    .selectFrom('plan_feeds as f')
    .innerJoin('posts as s', (join) =>
      join.onRef('s.federation_id', '=', 'f.federation_id').onRef('s.id', '=', 'f.post_id'),
    )
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 's.federation_id').onRef('o.id', '=', 's.org_id'),
    )
    .select(['f.person_id', 's.id as postId', 's.role', 's.org_path', 'o.name as orgName'])
    .where('f.federation_id', '=', house.federationId)
    .where('f.token_hash', '=', digestOf(token))
    .where('s.valid_from', '<=', today)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', today)]))
    .executeTakeFirst()
  if (!row || !isRole(row.role)) return null
  const actor: Actor = {
    federationId: house.federationId,
    accountId: null,
    personId: row.person_id,
    postId: row.postId,
    role: row.role,
    orgPath: row.org_path,
    orgName: row.orgName,
    name: '',
  }
  return reachOf(permissions, 'plan.read', actor) ? actor : null
}

async function entriesOf(ctx: Ctx): Promise<Entry[]> {
  const now = yearOf(ctx.today)
  const years = (await listYears(ctx)).filter(
    ({ year, issuedOn }) => issuedOn !== null && (year === now || year === now + 1),
  )
  const entries: Entry[] = []
  for (const { year, title } of years) {
    entries.push(...quarterEnds(year, title))
    for (const task of await tasksFor(ctx, year)) {
      if (task.state === 'draft') continue
      for (const node of task.nodes) {
        const mark = node.doneOn ? '（已完成）' : ''
        entries.push({
          id: node.id,
          day: node.dueOn,
          title: `${node.title}${mark}`,
          description: `${task.title}，${task.department}`,
        })
      }
    }
  }
  return entries
}

const quarterEnds = (year: number, title: string): Entry[] =>
  [1, 2, 3, 4].map((quarter) => ({
    id: `${year}-q${quarter}`,
    day: quarterEnd(year, quarter),
    title: `第${'一二三四'[quarter - 1]}季度末`,
    description: title,
  }))

function write(entries: readonly Entry[], house: House): string {
  const now = house.clock()
  const calendar = ical({
    name: '年度任务',
    prodId: { company: 'nuanfeng', product: 'plan', language: 'ZH' },
    timezone: 'Asia/Shanghai',
    ttl: 6 * 60 * 60,
  })
  for (const { id, day, title, description } of entries) {
    calendar.createEvent({
      id: `${id}@${house.federationId}.nuanfeng`,
      stamp: Temporal.Instant.from(now),
      start: Temporal.PlainDate.from(day),
      end: Temporal.PlainDate.from(addDays(day, 1)),
      allDay: true,
      summary: title,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
