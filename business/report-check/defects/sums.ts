import { type Defect, defectAt, type Given } from './given.ts'

const PERSONS = /(?:个人|人物|人员|先进)(?:和|及|、|与)(?:先进)?(?:集体|单位|组织|班组)[共计有合达为]*$/
const TWINS = /([一-龥]{2,4}(?:合同|协议|案件|奖|证书|台账))(?:和|及|与)[^，。；]{2,20}?\1[共计有合达为]*$/

/** Two kinds in one number, which nobody can check: 先进个人和集体共 43 个 (D:A6.14). In order when the text goes on 其中 …. */
export function unsplitSums(given: Given): Defect[] {
  return given.read.claims.flatMap((claim) => {
    const { before, after } = claim
    const isSum = PERSONS.test(before) || TWINS.test(before)
    if (!isSum || /分别|各/.test(before.slice(-8)) || /^[^。]{0,12}其中/.test(after)) return []
    const words = `${claim.quote.trim()} 是两类加在一起的数，对不出各有多少。请分开写，例如“个人 30 名、集体 13 个”。`
    return [defectAt(given, 'unsplit-sum', [claim.start, claim.end], words)]
  })
}
