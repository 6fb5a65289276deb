import type { Claim } from '../claims/read.ts'
import { isTrue } from '../match/agreement.ts'
import { type Defect, defectAt, found, type Given, notTooMany } from './given.ts'

const BASE = /其中|共有|共计|应|总数|分母|基数|\d+\s*[/／]\s*\d+|占|(?:家|户|人|名|个|份|件|宗)中|满意|问卷|样本/
const CHANGE = /同比|环比|增长|增加|提高|提升|上升|下降|减少|降低|增幅|降幅|增速|百分点|较/

/** A rate with neither its two numbers nor what it is a share of (D:A6.12). Targets and growth rates have their base elsewhere. */
export function ratesWithoutBase(given: Given): Defect[] {
  const { claims } = given.read
  const bare = claims.filter((claim, index) => isBareRate(claim) && !hasItsTwo(claim, claims, index))
  const defects = bare.map((claim) => {
    const words = `${claim.subject || '这个比率'} ${claim.quote.replaceAll(/\s/g, '')} 没有写分子、分母。请写明多少分之多少，例如“应建 120 家，已建 113 家”。`
    return defectAt(given, 'rate-without-base', [claim.start, claim.end], words)
  })
  return notTooMany(defects)
}

function isBareRate(claim: Claim): boolean {
  if (claim.unit !== '%' || claim.isTarget || claim.apart !== null) return false
  const [own, ...before] = clausesUpTo(claim)
  return (
    /率|比例|比重/.test(own + claim.subject) &&
    !CHANGE.test(own) &&
    ![own, ...before].some((clause) => BASE.test(clause))
  )
}

const AROUND = 8
/** 发现隐患 93 处，化解 90 处，化解率 96.8%: two numbers of one unit beside it, in its sentence or its row, make the rate. */
function hasItsTwo(rate: Claim, claims: readonly Claim[], index: number): boolean {
  const beside = claims
    .slice(Math.max(0, index - AROUND), index + AROUND)
    .filter(({ sentence, line, unit }) => (sentence === rate.sentence || line === rate.line) && unit !== '%')
  return beside.some((part) =>
    beside.some(
      (whole) =>
        whole !== part && whole.unit === part.unit && whole.value > 0 && isTrue(rate, (part.value / whole.value) * 100),
    ),
  )
}

/** The clause of a claim and the two before it, within its sentence. */
function clausesUpTo(claim: Claim): [own: string, before: string, earlier: string] {
  const clauses = claim.before.split(/[，；、]/)
  return [clauses.at(-1) ?? '', clauses.at(-2) ?? '', clauses.at(-3) ?? '']
}

/** Steps of one course: whoever is counted at the later one passed the earlier, so the later cannot be more. */
const COURSES: readonly (readonly [earlier: RegExp, later: RegExp, names: readonly [string, string]])[] = [
  [/信息采集|采集信息/, /实名认证/, ['采集', '认证']],
  [/(?:受理|接报|接收|收到)/, /(?:办结|结案)/, ['受理', '办结']],
  [/报名/, /(?:录取|结业|毕业)/, ['报名', '录取']],
]

/** A total larger than what it must be part of, with nothing said of their bases (D:A6.12). */
export function totalsWithoutBase(given: Given): Defect[] {
  return given.read.claims.flatMap((later, index) => {
    const earlier = given.read.claims[index - 1]
    if (!earlier || earlier.unit !== later.unit || later.value <= earlier.value || later.isTarget) return []
    if (earlier.sentence !== later.sentence || /累计|历年/.test(later.sentence)) return []
    const course = COURSES.find(
      ([first, second]) => first.test(clausesUpTo(earlier)[0]) && second.test(clausesUpTo(later)[0]),
    )
    if (!course) return []
    const [one, other] = course[2]
    const words = `${other} ${later.quote.trim()} 比${one} ${earlier.quote.trim()} 还多，两个数的口径不同。请写明各自的起止时间和范围。`
    return [defectAt(given, 'total-without-base', [later.start, later.end], words)]
  })
}

const OVER = /[^，。；]{0,10}(?:提前|超额)(?:超额|提前)?完成[^，。；]{0,12}(?:任务|目标|指标)/g

/** More than the task, and the task is not printed (D:A6.12). */
export function doneWithoutTarget(given: Given): Defect[] {
  return [...found(given, OVER)]
    .filter(
      ({ start, match }) =>
        !/\d|%|百分/.test(match[0]) && !/任务数?[^。]{0,8}\d|目标[^。]{0,8}\d/.test(sentenceUpTo(given.input, start)),
    )
    .map(({ start, end }) =>
      defectAt(given, 'done-without-target', [start, end], '说超额完成，却没有写任务数。请写明任务多少、完成多少。'),
    )
}

const sentenceUpTo = (input: string, at: number) =>
  input
    .slice(Math.max(0, at - 160), at)
    .split(/[。！？]/)
    .at(-1) ?? ''
