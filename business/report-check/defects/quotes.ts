import { type Defect, defectAt, found, type Given, notTooMany } from './given.ts'

type Mark = { letter: string; start: number }

/** Quotation marks inside quotation marks of the same kind, and such as are never closed (D:A6.8). */
export function quotationMarks(given: Given): Defect[] {
  const defects: Defect[] = []
  let open: Mark[] = []
  const tell = (kind: 'nested-quotes' | 'unpaired-quotes', { start }: Mark, words: string) =>
    defects.push(defectAt(given, kind, [start, start + 12], words))
  const marks = given.read.paragraphs.map(marksOf)
  for (const [index, own] of marks.entries()) {
    for (const mark of own) {
      if (mark.letter === '“') {
        if (open.length > 0)
          tell('nested-quotes', mark, '双引号里又套了双引号，里面一层请改用单引号‘ ’（GB/T 15834）。')
        open.push(mark)
      } else if (!open.pop()) tell('unpaired-quotes', mark, '这个后引号前面没有对应的前引号，请补上或删掉。')
    }
    // A paragraph may have been cut in two where a line was short: then the next one closes what this one opened.
    if (open[0] && marks[index + 1]?.[0]?.letter === '”') continue
    if (open[0]) tell('unpaired-quotes', open[0], '这个前引号一直没有合上，请补后引号。')
    open = []
  }
  return notTooMany(defects)
}

const marksOf = ({ text, at }: { text: string; at: readonly number[] }): Mark[] =>
  [...text.matchAll(/[“”]/g)].map(({ index, 0: letter }) => ({ letter, start: at[index] ?? 0 }))

const AWARDED =
  /(?:荣?获|获得|获评|授予|评为|夺得|斩获)“([^“”]{2,60}?)((?:特|一|二|三|金|银|铜)等?奖|第[一二三]名|优[秀胜]奖)”/g

/** A prize and its grade together in quotation marks: only what has a name is quoted (D:A6.8). */
export function quotedAwards(given: Given): Defect[] {
  const defects = [...found(given, AWARDED)].map(({ match, end, placeOf }) => {
    const start = placeOf(match[0].length - 1 - (match[2]?.length ?? 0))
    const words = `“${match[2]}”是奖的等级，不在名称里，请移到引号外面；活动或奖项有正式名称的才加引号。`
    return defectAt(given, 'quoted-award', [start, end], words)
  })
  return notTooMany(defects)
}
