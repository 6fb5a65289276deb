import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCommented } from './commented.ts'
import { paragraphsOf, partOf, valuesOf } from './reading.sample.ts'
import type { CommentedParagraph } from './types.ts'

const stampedAt = '2024-01-05T01:00:00.000Z'
const write = (paragraphs: CommentedParagraph[]) => writeCommented({ title: '工作报告', paragraphs, stampedAt })

/** What the comment with that number stands on, read back from the file. */
function rangeOf(body: string, id: number): string {
  const range = new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`, 's').exec(
    body,
  )?.[1]
  return [...(range ?? '').matchAll(/<w:t[ >][^<]*/g)].map(([piece]) => piece.replace(/^.*>/, '')).join('')
}

describe('a text with remarks', () => {
  const text = '全年办结职工诉求894宗，增长3%。'
  const comments = [
    { from: 2, to: 12, text: '系统记录为890宗，相差4宗。\n口径：办结。' },
    { from: 8, to: 16, text: '缺少比较的基数。', author: '李敏' },
    { from: 0, to: text.length, text: '全段。' },
    { from: 2, to: 2, text: '此处。' },
  ]

  test('keeps the text and puts each remark on its own words, however they overlap', async () => {
    const file = await write([
      { text, comments },
      { text: '　　第二段。', comments: [] },
    ])
    const body = await partOf(file, 'word/document.xml')
    expect(paragraphsOf(body)).toEqual([text, '　　第二段。'])
    expect([0, 1, 2, 3].map((id) => rangeOf(body, id))).toEqual([text.slice(2, 12), text.slice(8, 16), text, ''])
    expect(valuesOf(body, 'w:commentReference', 'w:id').sort()).toEqual(['0', '1', '2', '3'])
  })

  test('sets the cells of a row, parted by tabs, below those of the row before it', async () => {
    const body = await partOf(
      await write([
        { text: '街道\t会员（人）\t建会率', comments: [] },
        { text: '平湖街道\t12345\t95%', comments: [] },
        { text: '\t'.repeat(900), comments: [] },
      ]),
      'word/document.xml',
    )
    const stops = body
      .split('<w:p>')
      .slice(1, 4)
      .map((one) => valuesOf(one, 'w:tab', 'w:pos'))
    expect(stops[0]).toHaveLength(2)
    expect(stops[1]).toEqual(stops[0])
    expect(stops[2]?.length).toBeLessThan(64)
  })

  test('says who remarks, when and what', async () => {
    const remarks = await partOf(await write([{ text, comments }]), 'word/comments.xml')
    expect(valuesOf(remarks, 'w:comment', 'w:author')).toEqual(['数据核验', '李敏', '数据核验', '数据核验'])
    expect(new Set(valuesOf(remarks, 'w:comment', 'w:date'))).toEqual(new Set([stampedAt]))
    expect(paragraphsOf(remarks).slice(0, 2)).toEqual(['系统记录为890宗，相差4宗。', '口径：办结。'])
  })

  test('is the same to the byte', async () => {
    expect((await write([{ text, comments }])).equals(await write([{ text, comments }]))).toBe(true)
  })

  test('is not cut within a character', async () => {
    const body = await partOf(
      await write([{ text: '𠮷𠮷', comments: [{ from: 1, to: 3, text: '字' }] }]),
      'word/document.xml',
    )
    expect(rangeOf(body, 0)).toBe('𠮷𠮷')
  })

  test('refuses a remark outside its paragraph', async () => {
    for (const [from, to] of [
      [-1, 2],
      [3, 2],
      [0, 4],
      [Number.NaN, 1],
    ] as const)
      await expect(write([{ text: '三个字', comments: [{ from, to, text: '错' }] }])).rejects.toThrow(RangeError)
  })
})

test('whatever the ranges, the text stays whole and every remark stands on its words', async () => {
  const text = '一二三四五六七八九十'
  const range = fc
    .tuple(fc.nat(10), fc.nat(10))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b), text: '注' }))
  await fc.assert(
    fc.asyncProperty(fc.array(range, { maxLength: 8 }), async (comments) => {
      const body = await partOf(await write([{ text, comments }]), 'word/document.xml')
      expect(paragraphsOf(body)).toEqual([text])
      for (const [id, { from, to }] of comments.entries()) expect(rangeOf(body, id)).toBe(text.slice(from, to))
    }),
    { numRuns: 30 },
  )
})
