/** What a calculator answers: the sum (fen), how it came about line by line, the articles, and what it could not check. */
export type Calculation = {
  totalFen: number
  lines: { label: string; how: string; fen: number }[]
  articles: string[]
  notes: string[]
}

/** Dated parameters a calculator needs (fen a month); absent when no administrator has entered them: then nothing is guessed. */
export type WageParameters = { averageFen?: number | undefined; minimumFen?: number | undefined }

/** 21.75 paid days a month, eight hours a day (劳社部发〔2008〕3号，人社部发〔2025〕2号未改). */
export const PAID_DAYS = 21.75
export const HOURS = 8

/** Half up, to the fen. */
export const round = (fen: number): number => Math.round(fen)

export const yuan = (fen: number): string => `${(fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`
