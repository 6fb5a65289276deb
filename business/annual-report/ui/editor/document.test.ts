import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Form, Part } from '../../rules/body.ts'
import { fromEditor, inParagraphs, toEditor } from './document.ts'

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

test('a line break or a cell of a table is a paragraph of its own when it is pasted', () => {
  expect(inParagraphs('<p>甲<br class="x"/>乙<BR>丙</p>')).toBe('<p>甲</p><p>乙</p><p>丙</p>')
  expect(inParagraphs('<tr><td a="b">12</td><TH>34</TH></tr>')).toBe(
    '<tr><td a="b"><div>12</div></td><TH><div>34</div></TH></tr>',
  )
})

test('an empty text gives the editor one paragraph to write in', () => {
  expect(fromEditor(toEditor([]))).toEqual([{ level: 0, parts: [] }])
})
