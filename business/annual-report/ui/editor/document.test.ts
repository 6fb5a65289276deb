import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Form, Part } from '../../rules/body.ts'
import { fromEditor, toEditor } from './document.ts'

const parts = fc.oneof(
  fc.string({ minLength: 1 }).map((text): Part => ({ text })),
  fc
    .constantFrom('worded' as Form, 'exact' as Form, 'lastYear' as Form)
    .map((form): Part => ({ figure: 'appeals.handled', form })),
  fc.constant<Part>({ target: 'federations.pilots' }),
)
const bodies = fc.array(
  fc.record({ level: fc.constantFrom(0, 1, 2, 3, 4), parts: fc.array(parts) }) as fc.Arbitrary<Block>,
  { minLength: 1 },
)

test('a text goes into the editor and comes out as it was', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(fromEditor(toEditor(body))).toEqual(body)
    }),
  )
})

test('an empty text gives the editor one paragraph to write in', () => {
  expect(fromEditor(toEditor([]))).toEqual([{ level: 0, parts: [] }])
})
