import type { Placed } from '../claims/characters.ts'
import { type Heading, markOf } from '../claims/headings.ts'
import { type Defect, defectAt, type Given } from './given.ts'

const LETTERS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 12 → 十二, as heads of official documents count. */
export function chineseOf(ordinal: number): string {
  if (ordinal < 10) return LETTERS[ordinal] ?? ''
  const [tens, ones] = [Math.floor(ordinal / 10), ordinal % 10]
  return `${tens > 1 ? LETTERS[tens] : ''}十${LETTERS[ones]}`
}

const SHAPES: Readonly<Record<Heading['level'], (ordinal: number) => string>> = {
  1: (n) => `${chineseOf(n)}、`,
  2: (n) => `（${chineseOf(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
}
const markAs = (level: Heading['level'], ordinal: number) => SHAPES[level](ordinal)
const nameOf = ({ mark }: Heading) => mark.trim().replace(/、$/, '')

/** Numbers of headings that come twice or are left out (D:A6.1). What only follows from the first slip is not told again. */
export function headingOrder(given: Given): Defect[] {
  const found: Defect[] = given.read.paragraphs.flatMap((paragraph) => pointOrder(given, paragraph))
  const last = new Map<number, Heading>()
  for (const heading of numbered(given)) {
    const before = last.get(heading.level)
    if (before) found.push(...judge(given, before, heading))
    last.set(heading.level, heading)
    for (const level of [2, 3, 4]) if (level > heading.level) last.delete(level)
  }
  return found
}

/** Every paragraph with a number before it: one too long for a heading has its place in the order too. */
function numbered({ input, read }: Given): Heading[] {
  const headings = new Map(read.headings.map((heading) => [heading.start, heading]))
  return read.paragraphs.flatMap(({ text, at, line }) => {
    const start = at[0] ?? 0
    const found = markOf(text)
    if (!found) return []
    const own = { ...found, text, start, end: Math.min((at[found.mark.length + 8] ?? start) + 1, input.length), line }
    return [headings.get(start) ?? own]
  })
}

function judge(given: Given, before: Heading, heading: Heading): Defect[] {
  const { level, ordinal } = heading
  const at = ({ start, end }: Heading) => [start, end] as const
  if (ordinal === before.ordinal) {
    const twice = `${nameOf(heading)}出现了两次：第 ${before.line} 行和第 ${heading.line} 行。`
    const should = `第 ${heading.line} 行应为 ${markAs(level, ordinal + 1)}，其后依次顺延。`
    return [before, heading].map((one) => defectAt(given, 'repeated-heading', at(one), twice + should))
  }
  // A list may begin anew, in an annex say; only a number left out is a slip.
  if (ordinal <= before.ordinal || ordinal === before.ordinal + 1) return []
  const words = `第 ${before.line} 行是 ${nameOf(before)}，第 ${heading.line} 行跳到 ${nameOf(heading)}，应为 ${markAs(level, before.ordinal + 1)}，或核对是否漏了一节。`
  return [defectAt(given, 'skipped-heading', at(heading), words)]
}

const POINT = /(?<=^|[。；：，])([一二三四五六七八九])(?:是|要)(?!否)/g

/** 一是…二是…四是…: points within a paragraph that come twice or are left out. */
function pointOrder(given: Given, { text, at }: Placed): Defect[] {
  const points = [...text.matchAll(POINT)].map(({ index, 0: mark, 1: letter = '' }) => ({
    mark,
    ordinal: LETTERS.indexOf(letter),
    place: [at[index] ?? 0, (at[index + 1] ?? 0) + 1] as const,
  }))
  return points.flatMap(({ mark, ordinal, place }, index) => {
    const before = points[index - 1]
    if (!before || ordinal < before.ordinal || ordinal === before.ordinal + 1) return []
    const should = `应为“${LETTERS[before.ordinal + 1]}${mark.at(-1)}”`
    return ordinal === before.ordinal
      ? [defectAt(given, 'repeated-heading', place, `“${mark}”在同一段里出现了两次，后一个${should}，其后依次顺延。`)]
      : [
          defectAt(
            given,
            'skipped-heading',
            place,
            `“${before.mark}”后面跳到“${mark}”，${should}，或核对是否漏了一条。`,
          ),
        ]
  })
}
