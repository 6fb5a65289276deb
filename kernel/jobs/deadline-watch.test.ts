import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addMilliseconds, endOfDay, instantAt } from '../calendar/days.ts'
import { defineDeadlines } from '../calendar/deadlines.ts'
import { asOwner } from '../db/database.ts'
import { defineLine } from '../line.ts'
import { watchDeadlines } from './deadline-watch.ts'
import { addPerson, COMMUNITY, DISTRICT, FEDERATION, type SmallHouse, STREET, smallHouse } from './small-house.ts'

const rule = {
  clock: 'legal',
  sure: 'K',
  jurisdiction: 'CN',
  version: 1,
  validFrom: '2020-01-01',
  basis: '信访工作条例第二十四条',
} as const
const rules = defineDeadlines([
  { ...rule, code: 'visits.answer', title: '书面答复', amount: 5, unit: 'workingDays', rollsToWorkingDay: true },
  { ...rule, code: 'visits.sign', title: '签收', clock: 'inner', amount: 10, unit: 'hours', rollsToWorkingDay: false },
])
const line = defineLine({
  slug: 'visits',
  title: '来访',
  chapter: 'rights',
  permissions: {
    'visits.answer': { street_officer: 'subtree', community_officer: 'subtree', mediator: 'assigned' },
    'visits.sign': { community_officer: 'unit' },
  },
  contract: {
    list: { kind: 'query', title: '来访', permission: 'visits.answer', input: z.object({}), output: z.object({}) },
  },
  handlers: { list: async () => ({}) },
})

let place: SmallHouse
const people: Record<'liu' | 'chen' | 'wu' | 'former' | 'lawyer', string> = {
  liu: '',
  chen: '',
  wu: '',
  former: '',
  lawyer: '',
}

beforeAll(async () => {
  place = await smallHouse({ rules, lines: [line] })
  const { db } = place
  people.wu = await addPerson(db, '吴区干', { role: 'district_officer', path: DISTRICT })
  people.chen = await addPerson(db, '陈街干', { role: 'street_officer', path: STREET })
  people.liu = await addPerson(db, '刘专干', { role: 'community_officer', path: COMMUNITY })
  people.former = await addPerson(db, '前专干', { role: 'community_officer', path: COMMUNITY, until: '2026-01-01' })
  people.lawyer = await addPerson(db, '何律师', { role: 'lawyer', path: COMMUNITY })
})
beforeEach(async () => {
  place.clock.set('2026-01-05T01:00:00.000Z')
  for (const table of ['notices', 'deadlines', 'cases', 'audit_log', 'audit_heads'] as const)
    await place.db.owner.deleteFrom(table).execute()
})
afterAll(() => place.close())

type Given = {
  due: string
  started?: string
  rule?: 'visits.answer' | 'visits.sign'
  unit?: string
  assignee?: string
  paused?: boolean
  met?: boolean
}

let count = 0
const open = (given: Given): Promise<string> => openMany([given])

/** Puts matters with one running clock each before the officers. @returns the first one's id */
async function openMany(all: Given[]): Promise<string> {
  const rows = all.map((given) => ({ ...given, id: uuidv7(), number: `LF2026-${String(++count).padStart(4, '0')}` }))
  const at = '2026-01-01T01:00:00.000Z'
  await asOwner(place.db, async (tx) => {
    for (let from = 0; from < rows.length; from += 1000) {
      const page = rows.slice(from, from + 1000)
      const matter = {
        line: 'visits',
        title: '欠薪 3 人',
        state: 'handling',
        is_open: true,
        org_path: COMMUNITY,
        created_at: at,
        updated_at: at,
      }
      await tx
        .insertInto('cases')
        .values(
          page.map((g) => ({
            ...matter,
            federation_id: FEDERATION,
            id: g.id,
            number: g.number,
            unit_path: g.unit ?? COMMUNITY,
            assignee_id: g.assignee ?? null,
          })),
        )
        .execute()
      await tx.insertInto('deadlines').values(page.map(clockOf)).execute()
    }
  })
  return rows[0]?.id ?? ''
}

function clockOf(given: Given & { id: string }) {
  const found = rules.find((known) => known.code === (given.rule ?? 'visits.answer'))
  if (!found) throw new Error('no such rule')
  return {
    federation_id: FEDERATION,
    id: uuidv7(),
    line: 'visits',
    record_id: given.id,
    name: found.code.replace('visits.', ''),
    rule: found.code,
    rule_version: 1,
    title: found.title,
    clock: found.clock,
    basis: found.basis,
    verb: found.code.replace('visits.', ''),
    started_at: given.started ?? '2026-01-01T01:00:00.000Z',
    due_at: given.due,
    paused_at: given.paused ? '2026-01-02T01:00:00.000Z' : null,
    met_at: given.met ? '2026-01-02T01:00:00.000Z' : null,
  }
}

const watch = (pageSize?: number) => watchDeadlines(place.house, pageSize)
const inboxes = async () => {
  const rows = await place.db.owner
    .selectFrom('notices')
    .select(['recipient_id', 'title', 'body', 'record_id', 'line'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, who: Object.entries(people).find(([, id]) => id === row.recipient_id)?.[0] }))
}
const who = async () => (await inboxes()).map((row) => row.who)

describe('before a clock runs out', () => {
  it('the handler hears of it on the working day before, with the matter, the day and the article', async () => {
    const id = await open({ due: endOfDay('2026-01-06'), assignee: people.lawyer })
    expect(await watch()).toEqual({ reminded: 1, breached: 0 })
    const [told, ...others] = await inboxes()
    expect(others).toEqual([])
    expect(told).toMatchObject({ who: 'lawyer', record_id: id, line: 'visits', title: '快到期：书面答复' })
    expect(told?.body).toMatch(
      /^“欠薪 3 人”（LF2026-\d{4}）的法定期限“书面答复”到2026年1月6日24时为止，请在此之前办理。依据：信访工作条例第二十四条$/,
    )
  })

  it('without a handler those of the acting union hear of it who may take the step, and hold their post today', async () => {
    await open({ due: endOfDay('2026-01-06') })
    await watch()
    expect(await who()).toEqual(['liu'])
  })

  it('the union above hears of it when nobody of the acting union can', async () => {
    await open({ due: endOfDay('2026-01-06'), unit: '440307.003.099.' })
    await watch()
    expect(await who()).toEqual(['chen'])
  })

  it('nobody hears of it two working days before, or again on the next round', async () => {
    await open({ due: endOfDay('2026-01-07') })
    expect(await watch()).toEqual({ reminded: 0, breached: 0 })
    place.clock.set(instantAt('2026-01-06', '08:30'))
    expect(await watch()).toEqual({ reminded: 1, breached: 0 })
    expect(await watch()).toEqual({ reminded: 0, breached: 0 })
    expect(await who()).toEqual(['liu'])
  })

  it('a clock of ten hours is told when eight are gone', async () => {
    const started = '2026-01-05T01:00:00.000Z'
    await open({ rule: 'visits.sign', started, due: addMilliseconds(started, 10 * 3_600_000) })
    place.clock.advance({ hours: 7, minutes: 59 })
    expect((await watch()).reminded).toBe(0)
    place.clock.advance({ minutes: 1 })
    expect((await watch()).reminded).toBe(1)
    expect((await inboxes())[0]?.body).toContain('内部时限“签收”到2026年1月5日19时为止')
  })

  it('a clock that stands still or was met is left alone', async () => {
    await openMany([
      { due: endOfDay('2026-01-05'), paused: true },
      { due: endOfDay('2026-01-04'), met: true },
      { due: endOfDay('2026-01-04'), paused: true },
    ])
    expect(await watch()).toEqual({ reminded: 0, breached: 0 })
  })
})

describe('after a clock ran out', () => {
  it('the union one above hears of it, once, and the handler is not reminded any more', async () => {
    const id = await open({ due: endOfDay('2026-01-04'), assignee: people.liu })
    expect(await watch()).toEqual({ reminded: 0, breached: 1 })
    expect(await watch()).toEqual({ reminded: 0, breached: 0 })
    const [told, ...others] = await inboxes()
    expect(others).toEqual([])
    expect(told).toMatchObject({ who: 'chen', record_id: id, title: '已超期：书面答复' })
    expect(told?.body).toContain('象角塘工联会承办的“欠薪 3 人”')
    expect(told?.body).toContain('已于2026年1月4日24时到期，还没有办理')
  })

  it('the district hears of its own', async () => {
    await open({ due: endOfDay('2026-01-04'), unit: DISTRICT })
    await watch()
    expect(await who()).toEqual(['wu'])
  })

  it('is not late at the due instant itself, and late a millisecond after', async () => {
    await open({ due: endOfDay('2026-01-05') })
    place.clock.set(endOfDay('2026-01-05'))
    expect(await watch()).toEqual({ reminded: 1, breached: 0 })
    place.clock.advance({ milliseconds: 1 })
    expect(await watch()).toEqual({ reminded: 0, breached: 1 })
  })

  it('leaves one audit line of the system for each page that told somebody, and none for a quiet round', async () => {
    await open({ due: endOfDay('2026-01-04') })
    await watch()
    await watch()
    const lines = await place.db.owner.selectFrom('audit_log').select(['actor', 'action', 'reason']).execute()
    expect(lines).toEqual([{ actor: '系统', action: 'job.deadlines.watch', reason: '超期上报 1 件' }])
  })
})

describe('many clocks', () => {
  it('are told page by page, each once', async () => {
    await openMany(
      Array.from({ length: 25 }, (_, i) => ({ due: i < 13 ? endOfDay('2026-01-04') : endOfDay('2026-01-06') })),
    )
    expect(await watch(5)).toEqual({ breached: 13, reminded: 12 })
    expect(await inboxes()).toHaveLength(25)
  })

  it('take no more statements for a full page than for one clock', async () => {
    const statements = async () => {
      const before = spent
      await watch()
      return spent - before
    }
    const { source } = place.db
    let spent = 0
    const release = source.release
    source.release = async (connection) => {
      spent += connection.statements
      await release(connection)
    }
    await open({ due: endOfDay('2026-01-04') })
    const one = await statements()
    await openMany(Array.from({ length: 499 }, () => ({ due: endOfDay('2026-01-04') })))
    const many = await statements()
    source.release = release
    expect(many).toBe(one)
    expect(one).toBeLessThanOrEqual(14)
  })

  it('of two watches at once each clock is told by one', async () => {
    await openMany(Array.from({ length: 40 }, () => ({ due: endOfDay('2026-01-04') })))
    const both = await Promise.all([watch(7), watch(7)])
    expect(both[0].breached + both[1].breached).toBe(40)
    expect(await inboxes()).toHaveLength(40)
  })
})
