import type { Claim } from '../claims/read.ts'
import { restOf } from './beyond.ts'
import { type Phrase, phraseOf } from './likeness.ts'

/** What stands around a number, for the titles to be looked for in. */
export type Near = {
  /** Nearest first: what it counts, its own part of a list, its clause, the two clauses before it, its sentence; where it says nothing itself, its heading. */
  parts: readonly { pairs: Phrase; worth: number }[]
  sentence: Phrase
  /** Its clause, and of that the part behind the number before it. */
  clause: string
  own: string
}

const WORTH = { heading: 0.8, own: 1, clause: 0.95, before: 0.8, sentence: 0.6 }
/** Further back in a sentence nothing speaks of a number any more. */
const FAR = 240
/** An arrow leads from one number to the next on slides. */
const CLAUSE = /[，。；→⇒➔]/
const BREAK = /[，。；、→⇒➔]/
/** 接报诉求 994 宗、办结: the list goes on behind a number. */
const NUMBER_BEFORE =
  /^.*(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)[%‰]?[万亿]?[余多]?(?![级星]?[、和及与])[一-龥]{0,2}[、和及与]/

/** 计数：894 宗, under the heading that says of what. */
const saysNothing = (own: string) => restOf(own, '计数期末数值') === ''

/** 稳中有进：全年吸收会员. */
const LEAD_IN = /^.*：(?=[一-龥]{2})/

export function nearOf({ subject, section, ...claim }: Pick<Claim, 'subject' | 'section' | 'before' | 'after'>): Near {
  const before = claim.before.slice(-FAR)
  const behind = claim.after.split(BREAK)[0] ?? ''
  const clauses = before.split(CLAUSE)
  const own = `${(clauses.at(-1) ?? '').replace(NUMBER_BEFORE, '').replace(LEAD_IN, '')}${behind}`
  const last = `${clauses.at(-1) ?? ''}${behind}`
  const clause = last.length < 2 ? `${clauses.at(-2) ?? ''}${last}` : last
  const whole = phraseOf(before + behind)
  return {
    own: own.length < 2 ? clause : own,
    clause,
    sentence: whole,
    parts: [
      { pairs: phraseOf(subject), worth: WORTH.own },
      { pairs: phraseOf(own), worth: WORTH.own },
      { pairs: phraseOf(clause), worth: WORTH.clause },
      { pairs: phraseOf(clauses.slice(-2).join('') + behind), worth: WORTH.before },
      { pairs: whole, worth: WORTH.sentence },
      ...(saysNothing(own) ? [{ pairs: phraseOf(section), worth: WORTH.heading }] : []),
    ],
  }
}
