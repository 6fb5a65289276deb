import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, type Known } from './settle.ts'

const states = ['open', 'taken', 'settled', 'dismissed', 'gone'] as const
const keys = fc.uniqueArray(fc.stringMatching(/^[a-f]$/), { maxLength: 6 })
const knownOf = fc
  .uniqueArray(fc.record({ key: fc.stringMatching(/^[a-f]$/), state: fc.constantFrom(...states) }), {
    selector: ({ key }) => key,
  })
  .map((all) => all.map((one): Known => ({ ...one, id: `id ${one.key}` })))
const seenOf = keys.map((all) => all.map((key) => ({ key, title: key, subjects: [] })))

/** What the register of findings holds after the changes. */
function heldAfter(known: readonly Known[], changes: ReturnType<typeof changesOf>): Known[] {
  const back = new Set(changes.back.map(({ key }) => key))
  const gone = new Set(changes.gone.map(({ key }) => key))
  const kept = known.map(
    (one): Known =>
      back.has(one.key) ? { ...one, state: 'open' } : gone.has(one.key) ? { ...one, state: 'gone' } : one,
  )
  return [...kept, ...changes.added.map(({ key }): Known => ({ id: `id ${key}`, key, state: 'open' }))]
}

describe('what a search changes', () => {
  test('searching again with nothing new changes nothing', () => {
    fc.assert(
      fc.property(seenOf, knownOf, (seen, known) => {
        expect(changesOf(seen, heldAfter(known, changesOf(seen, known)))).toEqual({ added: [], back: [], gone: [] })
      }),
    )
  })

  test('afterwards what is seen is open, in hand or dismissed, and nothing else is open', () => {
    fc.assert(
      fc.property(seenOf, knownOf, (seen, known) => {
        const settled = heldAfter(known, changesOf(seen, known))
        const inSight = new Set(seen.map(({ key }) => key))
        for (const { key, state } of settled) {
          if (inSight.has(key)) expect(['open', 'taken', 'dismissed']).toContain(state)
          else expect(state).not.toBe('open')
        }
      }),
    )
  })
})
