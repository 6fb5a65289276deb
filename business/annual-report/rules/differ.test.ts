import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differ } from './differ.ts'

const records = fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁'), fc.integer({ min: 1, max: 9 }), {
  noNullPrototype: true,
})

describe('the records that count otherwise', () => {
  test('are all of them and no other: with them the old count becomes the new one', () => {
    fc.assert(
      fc.property(records, records, (was, now) => {
        const changes = differ({ handled: was }, { handled: now }) ?? []
        const made = { ...was }
        for (const change of changes) {
          expect(change.was).not.toBe(change.now)
          if (change.now === 0) delete made[change.record]
          else made[change.record] = change.now
        }
        expect(made).toEqual(now)
      }),
    )
  })

  test('say for a rate which of its two counts it was', () => {
    const was = { onTime: { 甲: 1 }, handled: { 甲: 1, 乙: 1 } }
    expect(differ(was, { onTime: { 甲: 1, 乙: 1 }, handled: { 甲: 1, 乙: 1 } })).toEqual([
      { counted: 'onTime', record: '乙', was: 0, now: 1 },
    ])
  })

  test('are not guessed where they were not kept', () => {
    expect(differ({ members: null }, { members: { 甲: 1 } })).toBeNull()
    expect(differ({}, { members: { 甲: 1 } })).toBeNull()
  })
})
