import { expect, test } from 'vitest'
import { wayOf } from './steps.ts'
import type { Appeal } from './use-appeals.ts'

const event = (toState: Appeal['state'], at: string): Appeal['events'][number] => ({
  id: at,
  verb: '',
  title: '',
  at,
  toState,
  actorName: '',
  actorOrg: '',
  note: '',
  message: '',
})
const clock = (
  name: string,
  dueAt: string,
  part: Partial<Appeal['clocks'][number]> = {},
): Appeal['clocks'][number] => ({
  name,
  title: '',
  clock: 'inner',
  basis: '',
  rule: '',
  version: 1,
  startedAt: dueAt,
  dueAt,
  metAt: null,
  cancelledAt: null,
  pausedAt: null,
  extensions: 0,
  ...part,
})

const begun = [event('received', '2026-11-18T01:12:00.000Z'), event('accepted', '2026-11-18T02:40:00.000Z')]
const assigned = [
  ...begun,
  event('classified', '2026-11-18T02:50:00.000Z'),
  event('assigned', '2026-11-18T03:02:00.000Z'),
]

test('after assignment the step under way is signing for it, with its limit', () => {
  const way = wayOf({ state: 'assigned', events: assigned, clocks: [clock('sign', '2026-11-18T05:02:00.000Z')] })
  expect(way.steps.map(({ title }) => title)).toEqual(['接报', '受理', '分派', '签收', '处置', '反馈', '回访', '结案'])
  expect(way.current).toBe(3)
  expect(way.steps[2]).toMatchObject({ at: '2026-11-18T03:02:00.000Z' })
  expect(way.steps[3]).toMatchObject({ due: '2026-11-18T05:02:00.000Z', at: undefined })
})

test('a classified appeal waits for its assignment', () => {
  expect(wayOf({ state: 'classified', events: assigned.slice(0, 3), clocks: [] }).current).toBe(2)
})

test('a closed appeal is through, a withdrawn or suspended one says where it stopped', () => {
  expect(wayOf({ state: 'closed', events: begun, clocks: [] })).toMatchObject({ current: 8, stopped: undefined })
  expect(
    wayOf({ state: 'withdrawn', events: [...begun, event('withdrawn', '2026-11-19T01:00:00.000Z')], clocks: [] }),
  ).toMatchObject({ current: 2, stopped: '已撤回' })
  expect(wayOf({ state: 'suspended', events: begun, clocks: [] })).toMatchObject({ current: 5, stopped: '已挂起' })
})

test('a clock that was met, cancelled or stands still is no limit', () => {
  const still = clock('answer', '2026-11-25T10:00:00.000Z', { pausedAt: '2026-11-19T10:00:00.000Z' })
  expect(wayOf({ state: 'suspended', events: begun, clocks: [still] }).steps[5]?.due).toBeUndefined()
})
