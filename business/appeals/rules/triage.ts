import { type Category, categories, offices, urgentWords, wordRules } from './words.ts'

export type Clue = { text: string; category: Category; weight: number; because: string }
export type Triage = {
  category: Category
  title: string
  /** How clearly the first category leads: 0 no word was found … 1 only it was named. */
  confidence: number
  laws: string[]
  office: string
  clues: Clue[]
  /** Number of people the text speaks of, when it does. */
  headcount: number | null
  isUrgent: boolean
  urgentWord: string | null
}

/**
 * Suggests category, law and office for a worker's own words, with the words that led to it. A suggestion only: an officer decides.
 * A word after 没有/不是 that denies it ("没有拖欠工资") does not count.
 */
export function triage(story: string): Triage {
  const text = story.normalize('NFKC').replace(/\s+/g, '')
  const clues = wordRules.flatMap((rule) => {
    const match = rule.pattern.exec(text)
    return match && !isDenied(text, match.index)
      ? [{ text: match[0], category: rule.category, weight: rule.weight, because: rule.because }]
      : []
  })
  const scores = new Map<Category, number>()
  for (const clue of clues) scores.set(clue.category, (scores.get(clue.category) ?? 0) + clue.weight)
  const ranked = [...scores].sort((a, b) => b[1] - a[1])
  const category = ranked[0]?.[0] ?? 'other'
  const total = ranked.reduce((sum, [, score]) => sum + score, 0)
  const urgent = urgentWords.exec(text)
  return {
    category,
    title: categories[category],
    confidence: total === 0 ? 0 : (ranked[0]?.[1] ?? 0) / total,
    laws: [...new Set(clues.filter((clue) => clue.category === category).map((clue) => clue.because))],
    office: offices[category],
    clues: clues.sort((a, b) => b.weight - a.weight),
    headcount: headcountIn(text),
    isUrgent: urgent !== null,
    urgentWord: urgent?.[0] ?? null,
  }
}

const isDenied = (text: string, at: number): boolean =>
  /(不是|没有出现|并非|并没有|不存在|从来没有|从未)$/.test(text.slice(Math.max(0, at - 5), at))

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 二十七 → 27, 一百零五 → 105, 十几 → 10, 两百多 → 200; null when it is no number below ten thousand. */
export function chineseNumber(text: string): number | null {
  let total = 0
  let digit = 0
  for (const char of text) {
    if (char in UNITS) {
      total += (digit || 1) * (UNITS[char] as number)
      digit = 0
    } else if (char in DIGITS) digit = DIGITS[char] as number
    else if (char !== '几' && char !== '多' && char !== '来' && char !== '余') return null
  }
  return total + digit || null
}

/** How many people a text speaks of: the largest of "27人", "二十多个工友", "我们十几个人". */
export function headcountIn(text: string): number | null {
  const found = [
    ...text.matchAll(
      /(\d{1,5}|[零一二两三四五六七八九十百千几]{1,7})(多|来|余)?(个|名|位)?(多)?(工人|员工|职工|工友|骑手|同事|老乡|人)/g,
    ),
  ]
  const counts = found.flatMap((match) => {
    const count = /^\d/.test(match[1] as string) ? Number(match[1]) : chineseNumber(match[1] as string)
    return count ? [count] : []
  })
  return counts.length ? Math.max(...counts) : null
}
