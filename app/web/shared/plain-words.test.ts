import { expect, test } from 'vitest'
import { z } from 'zod'
import { shapes } from '../../../kernel/contract/contract.ts'
import { speakPlainly } from './plain-words.ts'

speakPlainly()

const sentenceFor = (shape: z.ZodType, value: unknown) => shape.safeParse(value).error?.issues[0]?.message

test.each([
  [z.enum(['wages', 'other']), undefined, '请选一项'],
  [z.object({ note: z.string() }), {}, '这一项要填'],
  [z.string().max(3), '一二三四', '最多写 3 个字，请精简'],
  [z.int().max(100), 101, '不能大于 100'],
  [z.int(), 'x', '这一项填得不对，请核对'],
])('a shape without words of its own speaks plainly', (shape, value, sentence) => {
  expect(sentenceFor(shape, value)).toBe(sentence)
})

test('what a contract says itself is said as it stands', () => {
  expect(sentenceFor(shapes.line(10), '')).toBe('这一项不能空着')
  expect(sentenceFor(shapes.day, '2026-13-01')).toBe('日期请写成 2026-01-05 这样')
})
