import { type Block, figuresIn } from '../rules/body.ts'
import { isSame } from '../rules/differ.ts'
import type { Report, Total } from './place.ts'

/** 54 个数字全部来自记录；3 处与上一版不同. */
export function draftSentence(
  body: readonly Block[],
  figures: ReadonlyMap<string, Total>,
  { before, year }: Pick<Report, 'before' | 'year'>,
): string {
  const codes = figuresIn(body)
  const untold = codes.filter((code) => (figures.get(code)?.value ?? null) === null).length
  const words = [`${codes.length} 项数据全部来自记录`, ...(untold > 0 ? [`${untold} 项现在没有值`] : [])]
  const differs = before.edition ? differing(codes, figures, before.edition.values) : 0
  if (before.edition) words.push(differs === 0 ? '与上一版一致' : `${differs} 项与上一版不同`)
  if (before.year) words.push(`旁边是 ${year - 1} 年定稿时的数`)
  return words.join('；')
}

const differing = (
  codes: readonly string[],
  figures: ReadonlyMap<string, Total>,
  values: readonly { code: string; value: number }[],
): number =>
  values.filter(({ code, value }) => {
    const now = figures.get(code)?.value
    return codes.includes(code) && now !== undefined && now !== null && !isSame(now, value)
  }).length
