import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { line as appeals } from '../../business/appeals/line.ts'
import { openAppeals, wages } from '../../business/appeals/testing.ts'
import { small } from '../../district/small.ts'
import { asOwner } from '../db/database.ts'
import { defineWorkflow, diagramOf, statesOf } from './define.ts'
import { verbsOf } from './verbs.ts'

const doors = defineWorkflow({
  line: 'doors',
  start: 'shut',
  states: { shut: '关着', open: '开着' },
  path: ['shut', 'open'],
  final: ['open'],
  steps: {
    unlock: { title: '开门', from: ['shut'], to: 'open', primary: true },
    knock: { title: '敲门', from: ['shut'] },
  },
  clocks: {},
})

describe('a workflow', () => {
  test('draws itself and lists its states', () => {
    expect(diagramOf(doors)).toContain('shut --> open: 开门')
    expect(statesOf(doors).options).toEqual(['shut', 'open'])
  })

  test('sends along the verbs of the state that the role holds, and says why one is out of reach', () => {
    const permissions = {
      'doors.unlock': { street_officer: 'subtree' },
      'doors.knock': { street_officer: 'subtree', worker: 'own' },
    } as const
    const door = { slug: 'doors', table: 'appeals', workflow: doors, permissions } as const
    const record = {
      state: 'shut',
      org_path: small.jihua.path,
      unit_path: small.jihua.path,
      owner_id: small.riderZhang.id,
      assignee_id: null,
    } as never
    expect(verbsOf(door, small.officerYe.actor, record).map((verb) => [verb.verb, verb.enabled])).toEqual([
      ['unlock', true],
      ['knock', true],
    ])
    expect(
      verbsOf(door, small.officerLi.actor, record).every((verb) => !verb.enabled && verb.why === '现在由别的工会承办'),
    ).toBe(true)
    expect(verbsOf(door, small.riderZhang.actor, record).map((verb) => verb.verb)).toEqual(['knock'])
  })
})

describe('the index card of a matter', () => {
  let room: Awaited<ReturnType<typeof openAppeals>>
  beforeAll(async () => {
    room = await openAppeals()
  })
  afterAll(() => room.district.close())

  test('says the same as the record, whatever happens to it', async () => {
    for (const state of ['received', 'assigned', 'handling', 'answered'] as const) await room.appealAt(state)
    const rows = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('appeals as a')
        .innerJoin('cases as c', 'c.id', 'a.id')
        .select([
          'a.state',
          'c.state as card',
          'a.title',
          'c.title as cardTitle',
          'a.unit_path',
          'c.unit_path as cardUnit',
          'a.assignee_id',
          'c.assignee_id as cardAssignee',
          'a.closed_at',
          'c.is_open',
        ])
        .execute(),
    )
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      expect([row.card, row.cardTitle, row.cardUnit, row.cardAssignee, row.is_open]).toEqual([
        row.state,
        row.title,
        row.unit_path,
        row.assignee_id,
        row.closed_at === null,
      ])
    }
  })

  test('carries the nearest clock that runs, and none while the matter is suspended', async () => {
    const id = await room.appealAt('accepted')
    const card = async () =>
      await asOwner(room.district.db, (tx) =>
        tx.selectFrom('cases').select(['next_verb', 'next_due_at']).where('id', '=', id).executeTakeFirstOrThrow(),
      )
    expect((await card()).next_verb).toBe('classify')
    await room.li().classify({ id, category: 'wages', difficulty: 'general' })
    await room.li().assign({ id, assigneeId: small.mediatorLin.id })
    expect(await card()).toEqual({ next_verb: 'sign', next_due_at: '2026-03-02T03:00:00.000Z' })
    await room.lin().sign({ id })
    await room.lin().contact({ id, note: '已通话' })
    await room.lin().suspend({ id, note: '等仲裁' })
    expect(await card()).toEqual({ next_verb: null, next_due_at: null })
    await room.lin().resume({ id })
    expect((await card()).next_verb).toBe('answer')
  })

  test('numbers run without gaps, also when an action is rolled back', async () => {
    const first = await room.rider().receive(wages)
    await room
      .rider()
      .receive({ ...wages, files: ['01890000-0000-7000-8000-000000000000'] })
      .catch(() => {})
    const next = await room.rider().receive(wages)
    expect(Number(next.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1)
  })

  test('every clock of appeals stands in the database with its basis and version', async () => {
    const id = await room.appealAt('answered')
    const { clocks } = await room.li().get({ id })
    expect(clocks.map((clock) => clock.name).sort()).toEqual([
      'accept',
      'answer',
      'assign',
      'classify',
      'contact',
      'followUp',
      'sign',
    ])
    expect(clocks.every((clock) => clock.basis.length > 0 && clock.version === 1)).toBe(true)
    expect(Object.keys(appeals.workflow?.clocks ?? {})).toContain('close')
  })
})
