import { initialsOf } from '../search/initials.ts'

const marks = /[\s!-/:-@[-`{-~、。·—‘’“”《》〈〉【】「」『』〔〕]/g
const head = /^(广东省?)?(深圳市?)?(龙岗区?)?(?=.{2})/
const tail = /(?<=.{2})(有限责任公司|股份有限公司|有限公司|有限合伙|个体工商户)$/

/** A firm's name as people say it, the rule of nf_search_name: 深圳市宏达电子（平湖）有限公司 → 宏达电子平湖. */
export const searchNameOf = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(marks, '').replace(head, '').replace(tail, '')

/** Pinyin initials of that, for the column `initials`: hddzph. */
export const enterpriseInitials = (name: string): string => initialsOf(searchNameOf(name))
