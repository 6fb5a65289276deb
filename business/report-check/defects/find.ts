import type { ReadText } from '../claims/read.ts'
import type { Source } from '../rules/words.ts'
import { doneWithoutTarget, ratesWithoutBase, totalsWithoutBase } from './bases.ts'
import { doubleHyphens, halfWidth, mixedSpacing } from './characters.ts'
import { type Defect, givenOf, type Rule } from './given.ts'
import { headingOrder } from './headings.ts'
import { hardBreaks, lostIndents, pageMarks, straySpaces } from './layout.ts'
import { nameDrift, reusedCodes } from './names.ts'
import { quotationMarks, quotedAwards } from './quotes.ts'
import { unsplitSums } from './sums.ts'
import { unitDrift } from './units.ts'

const rules: readonly Rule[] = [
  headingOrder,
  pageMarks,
  straySpaces,
  lostIndents,
  hardBreaks,
  mixedSpacing,
  halfWidth,
  doubleHyphens,
  quotationMarks,
  quotedAwards,
  unitDrift,
  nameDrift,
  reusedCodes,
  ratesWithoutBase,
  totalsWithoutBase,
  doneWithoutTarget,
  unsplitSums,
]

/**
 * The defects of form of a report, in the order of the text (D:A6; GB/T 9704-2012, GB/T 15834-2011, GB/T 15835-2011).
 * @param input the text as it is; every quote is exactly a piece of it
 * @param read what `readReport` found in it
 * @param source layout is judged only where the text carries it
 */
export function findDefects(input: string, read: ReadText, source: Source): Defect[] {
  const given = givenOf(input, read, source)
  return rules.flatMap((rule) => rule(given)).sort((a, b) => a.start - b.start || a.end - b.end)
}
