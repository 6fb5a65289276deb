import { type Defect, defectAt, found, type Given } from './given.ts'
import { type NameGroup, nameGroups } from './name-variants.ts'

type Seen = { name: string; count: number; start: number; end: number }

/** One thing under several names (D:A6.10): told once a thing, at the rarest name. */
export function nameDrift(given: Given): Defect[] {
  return nameGroups.flatMap((group) => {
    const seen = namesSeen(given, group)
    const rarest = seen.toSorted((a, b) => a.count - b.count || b.start - a.start)[0]
    if (seen.length < 2 || !rarest) return []
    if (group.isShort && given.input.includes('简称')) return []
    const words = `${group.thing}有 ${seen.length} 种写法：${seen.map(({ name, count }) => `${name}（${count} 处）`).join('、')}。${group.advice}。`
    return [defectAt(given, 'name-drift', [rarest.start, rarest.end], words)]
  })
}

function namesSeen(given: Given, { names }: NameGroup): Seen[] {
  const seen = new Map<string, Seen>()
  for (const { match, start, end } of found(given, new RegExp(names.join('|'), 'g'))) {
    const known = seen.get(match[0])
    if (known) known.count += 1
    else seen.set(match[0], { name: match[0], count: 1, start, end })
  }
  return [...seen.values()]
}

const CODED = /“(\d[\d+＋.xX×-]*\d|[一-龥]{2,4}杯)”([^，。；：！？、“”\n]{2,24})/g
/** Words that any two things may share. */
const COMMON = new Set([
  '工作',
  '工会',
  '职工',
  '项目',
  '活动',
  '系列',
  '开展',
  '文件',
  '体系',
  '机制',
  '劳动',
  '服务',
  '技能',
  '创新',
  '评选',
])

/** A coded name that stands before two things which share no word (D:A6.11): “1+3”工作指引 and “1+3”管理办法. */
export function reusedCodes(given: Given): Defect[] {
  const first = new Map<string, { noun: string; line: number }>()
  const told = new Set<string>()
  const defects: Defect[] = []
  for (const { match, start, end } of found(given, CODED)) {
    const [, code = '', noun = ''] = match
    const before = first.get(code)
    const own = defectAt(given, 'coded-name-reused', [start, end], '')
    if (!before) first.set(code, { noun, line: own.line })
    else if (!told.has(code) && !shareWord(before.noun, noun)) {
      told.add(code)
      const words = `“${code}”在第 ${before.line} 行指“${before.noun}”，在这里指“${noun}”。请换一个说法，或各写全称。`
      defects.push({ ...own, words })
    }
  }
  return defects
}

function shareWord(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at++) {
    const word = a.slice(at, at + 2)
    if (!COMMON.has(word) && b.includes(word)) return true
  }
  return false
}
