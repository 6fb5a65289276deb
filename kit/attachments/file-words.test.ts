import { expect, test } from 'vitest'
import { sizeWords, sortFiles } from './file-words.ts'

const photo = (name: string, size: number) => ({ name, size })

test('sizes are said short', () => {
  expect([sizeWords(900), sizeWords(655_360), sizeWords(2_516_582)]).toEqual(['900 B', '640 KB', '2.4 MB'])
})

test('a file that is too big stays out and is named', () => {
  const { taken, refused } = sortFiles([photo('工资条.jpg', 100), photo('录像.mp4', 5000)], 0, { maxBytes: 1024 })
  expect(taken.map(({ name }) => name)).toEqual(['工资条.jpg'])
  expect(refused).toEqual(['“录像.mp4”太大，每个不超过 1 KB'])
})

test('no more come in than there is room for', () => {
  const { taken, refused } = sortFiles([photo('1', 1), photo('2', 1), photo('3', 1)], 8, { max: 9 })
  expect(taken).toHaveLength(1)
  expect(refused).toEqual(['最多放 9 个，后 2 个没有加进来'])
})
