import type { Measured } from './measure.ts'

const LONGEST = 24
const BREAK = /[，。；：！？、“”‘’《》（）()\n\t:;]/
/** Verbs and fillers with which a clause begins before it comes to what it counts. */
const LEAD =
  /^(?:[一二三四五]是|全年|今年以?来?|去年|上年|截至[^，]*|目前|其中|共有?|累计|已经?|全区|全市|全县|全省|全系统|先后|组织|开展|举办|接报|处理|办理|受理|帮助|为|签订|覆盖|新建(?!会)|建立|建成|选取|培育|投入|发放|救助|筹集|惠及|发动|评出|参与|通过|实现|完成|新增|推动|指导|发展|采集|接听|提供|免费|及|并|和|的|对|将|力争|达到|了)+/
const TAIL =
  /(?:分别|均|各|共计|合计|共有?|累计|达到?|达|为|约|近|超过?|逾|突破|至|到|由|从|有|是|数量|总数|增长|上升|提高|提升|增加|下降|减少|降低|缩短|保持在|稳定在|控制在|同比|年均)+$/
/** A clause may tell two numbers: what it counts stands before the first, and before 由 and 从. */
const FIRST_NUMBER = /\d|[由从](?=[^，]*\d)/
const DOES =
  /^(?:获|建立|开展|参加|参与|配备|被|为|占|均|已|在|分别|以上|以下|左右|进行|实现|达到|完成|受|通过|得到|用于|的$|，)/

/** What a number counts, as a short noun phrase: the noun behind its measure word, else the clause before it without its verb, else the clause before that. */
export function subjectOf(text: string, one: Measured): string {
  const behind = (
    text
      .slice(one.to)
      .replace(/^[”’」"]/, '')
      .split(BREAK)[0] ?? ''
  ).replace(/^的/, '')
  if (one.unit !== '%' && behind.length >= 2 && !DOES.test(behind)) return behind.slice(0, LONGEST)
  const clauses = text.slice(0, one.from).split(BREAK)
  const own = nounOf(clauses.at(-1) ?? '')
  if (own.length >= 2) return own.slice(-LONGEST)
  const earlier = clauses
    .slice(0, -1)
    .map(nounOf)
    .findLast((noun) => noun.length >= 2)
  return (earlier ?? behind).slice(-LONGEST)
}

const nounOf = (clause: string): string => {
  const place = clause.search(FIRST_NUMBER)
  return trimmed(place > 1 ? clause.slice(0, place) : clause)
}
const trimmed = (clause: string) => clause.replace(TAIL, '').replace(LEAD, '').replace(TAIL, '')
