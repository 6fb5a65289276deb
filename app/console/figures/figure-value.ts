import { figureWords } from '../../../kit/index.ts'

export interface Said {
  value: number
  unit: string
  digits: number
}

/** A figure in the unit people say it in: 元 become 万元 or 亿元, a rate keeps one decimal. Negative sums keep their sign. */
export function sayFigure(value: number, unit: string): Said {
  if (unit === '%') return { value, unit, digits: 1 }
  if (unit !== '元') return { value, unit, digits: 1 }
  const size = Math.abs(value)
  if (size >= 100_000_000) return { value: value / 100_000_000, unit: '亿元', digits: 2 }
  if (size >= 10_000) return { value: value / 10_000, unit: '万元', digits: 2 }
  return { value, unit, digits: 2 }
}

/** 894 宗, 3851 万元, 95.1%. */
export function figureSentence(value: number, unit: string): string {
  const said = sayFigure(value, unit)
  return `${figureWords(said.value, said.digits)}${said.unit === '%' ? '%' : ` ${said.unit}`}`
}
