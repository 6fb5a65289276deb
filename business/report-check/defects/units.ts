import type { Claim } from '../claims/read.ts'
import { type Defect, defectAt, type Given } from './given.ts'

/** Two measure words for one kind of thing. 人 and 名 are both good Chinese and no drift. Source: GB 3100 asks for one unit a quantity; D:A6.9. */
const PAIRS: readonly { words: readonly [string, string]; about: RegExp; noun: string }[] = [
  { words: ['宗', '件'], about: /案|诉|纠纷|调解|援助|信访|投诉|维权/, noun: '案件、诉求' },
  { words: ['场', '场次'], about: /./, noun: '活动' },
  {
    words: ['家', '个'],
    about:
      /工会(?:组织)?[共有达计为]*#|#[一-龥]{0,6}(?:工会|工联会)(?:组织)?(?![一-龥]{0,8}(?:站|室|点|家|单位|员|干部|主席))/,
    noun: '工会',
  },
]

const isAbout = (claim: Claim, unit: string, about: RegExp) =>
  claim.unit === unit && writtenAs(claim, unit) && about.test(`${nearby(claim)}${claim.subject}`)

/** 站（点） is counted as 个, but not written so. */
const writtenAs = ({ quote }: Claim, unit: string) => quote.includes(unit)

/** The clause around the number, which is a #: the sentence may speak of other things too. */
function nearby({ before, after }: Claim): string {
  const behind = after.split(/[，。；、]/)[0] ?? ''
  return `${before.slice(-12)}#${behind.slice(0, 20)}`
}

/** The same kind of thing counted by 宗 here and by 件 there; told once, at the rarer. */
export function unitDrift(given: Given): Defect[] {
  return PAIRS.flatMap(({ words: [one, other], about, noun }) => {
    const first = given.read.claims.filter((claim) => isAbout(claim, one, about))
    const second = given.read.claims.filter((claim) => isAbout(claim, other, about))
    const [rare, usual] = first.length < second.length ? [first, second] : [second, first]
    const [example] = rare
    if (!example || usual.length === 0) return []
    const words = `${noun}有的论“${one}”（${first.length} 处），有的论“${other}”（${second.length} 处）。请统一；确是两种口径的，写明不同在哪里。`
    return [defectAt(given, 'unit-drift', [example.start, example.end], words)]
  })
}
