/** Chapters that speak of what is to come. */
const PLANS =
  /怎么干|下半年(?:工作|重点|任务)|思路|(?:工作|年度?|全年|推进|发展|[周月])计划|^计划|计划(?=[和及与、])|打算|(?<!活动|经费|会议|日程)安排(?!部署)|展望|下一步|下步|下阶段|工作部署|工作要求|有关要求|工作要点|今后|明年|努力方向|工作设想|工作考虑|(?:主要|重点|目标)任务(?!.*(?:完成|落实情况))|目标(?!.*(?:完成|落实情况|实现情况))/
const AIMS =
  /力争|争取(?!到[^\d年本明下十])(?=[^，。]{0,4}(?:达|实现|完成|突破|建|在|到|用))|(?<![修划定原”]|实习|圆梦|培养|培训|行动|攻坚)计划(?![内外])(?=[一-龥]?(?:新|开|建|培|投|安|举|完|设|推|在|于|用|实|组|打|发|招|增|再|对|为|全|年|\d))|拟(?!定了|订了|稿)|预计|(?<!完成[^，]{0,12})目标(?:是|为|：|:|任务为|定为|达到|不少于|不低于)|确保|将(?!近|军|[她他它其这该]|[一-龥]{1,6}(?:纳入|列入|送到|作为))|我建议|明年|下一步|要(?:达到|实现|完成|新增|新建)|年内(?:再|将|要|完成|实现)/
/** 年度任务新建工会 20 家，已建 13 家. */
const TASKED = /(?:年度|全年|下达)的?(?:任务|目标|指标)(?!的)[^完，；]{0,10}\d/
const FACTS =
  /在[^，。；]*(?:基础上|的情况下)$|去年|上年|今年(?:[^，]*已|\d[\d.]*%(?!以上))|已(?:经)?(?:有|达|建|完成|覆盖|实现)|截至(?:目前|\d)|目前(?:有|已|共|为)?|现有|较[^，]*(?:年|同期)/
/** 不低于上年: the year before is only the measure. */
const MEASURE = /(?:不低于|不少于|高于|超过)(?:上年|去年)/g
const TURNS = /明年|下一步|今后|接下来|下半年|新的一年|20\d\d年，/
/** Words after which the rest of a paragraph speaks of what is to come. */
const AHEAD =
  /(?:今年|明年|下一步|新的一年)(?:怎么干|的?打算|的?工作(?:安排|打算|思路)|我们(?:将|要|打算)|还?有(?:什么|哪些|何)新?的?(?:打算|安排|计划|目标|考虑))|下一步[，：]|20\d\d年，?(?:我们)?(?:拟|计划|将|要)/

const LACKS = /不足|问题|困难|短板/

/** Whether a chapter is a plan, by its heading; one that also tells what is lacking (存在的问题和下一步打算) is a plan only once the text has turned to it. */
export const isPlan = (heading: { text: string } | undefined, hasTurned: boolean, year: number | null): boolean =>
  heading !== undefined &&
  (PLANS.test(heading.text) || isLater(heading.text, year)) &&
  (!LACKS.test(heading.text) || hasTurned)

/** 自2026年起，, 到2030年，: whether a sentence sets a time behind the year in the title of its report. */
export const startsLater = (before: string, year: number | null): boolean =>
  year !== null && [...(before.split(/[。；！？]/).at(-1) ?? '').matchAll(LATER)].some(([, one]) => Number(one) > year)
const LATER = /(?:自|从|到|至)(20\d\d)年(?:底|末|前|起|以后|开始)?，/g

/** 五、2025年重点, in a report of 2024. */
const isLater = (text: string, year: number | null): boolean =>
  year !== null && Number(/20\d\d(?=年)/.exec(text.normalize('NFKC'))?.[0] ?? 0) > year

const PLANNING = /工作要点|工作计划|工作安排|重点任务|(?:实施|行动|工作)方案/
const TELLING = /总结|回顾|报告|情况|通报/

/** Whether a heading says that it looks back. */
export const isTelling = (title: string): boolean => TELLING.test(title)
/** Whether a whole text is a plan, by its title: 2025年工作要点. */
export const isPlanning = (title: string): boolean => PLANNING.test(title) && !TELLING.test(title)

/** Whether text turns to what is to come: for the rest of its paragraph, or only where its chapter is a plan. */
export const looksAhead = (text: string): boolean => AHEAD.test(text)
export const turns = (text: string): boolean => TURNS.test(text)

const LEADS_IN = /(?:[：:]|[—-]{1,2})$/
/** ✅ · ▶ - ①: an entry of a list without headings. */
const ENTRY = /^[^\p{L}\p{N}“（《「]|^[①-⑳]|^\d\ufe0f?\u20e3/u

/**
 * Whether a paragraph stands under a line that leads in what is to come: 2025，我们还要——, with its entries below; or answers a question after it: 今年怎么干？
 * @param isAhead whether the paragraph before it did
 */
export function standsAhead(text: string, before: string, isAhead: boolean): boolean {
  const lead = before.trimEnd()
  if (/[？?]$/.test(lead) && !/[？?]$/.test(text.trimEnd()) && looksAhead(lead)) return true
  if (!ENTRY.test(text.trimStart())) return false
  return (
    isAhead ||
    (LEADS_IN.test(lead) &&
      lead.length <= 40 &&
      /20\d\d|今年|明年|新年|下一步/.test(lead) &&
      /将|要|目标|计划|打算/.test(lead))
  )
}

/**
 * Whether a number is an aim.
 * @param sentence the sentence up to the number
 * @param clause its last clause
 */
export function isAim(sentence: string, clause: string, inPlan: boolean): boolean {
  if (FACTS.test(clause) || /(?:(?<![理自])由(?![于此])|从(?![业事严优中而来]))[^，。；\d]{0,12}$/.test(sentence))
    return false
  if (inPlan) return !FACTS.test(sentence.replaceAll(MEASURE, '')) || AIMS.test(clause)
  return TASKED.test(clause) || (AIMS.test(sentence) && !/完成[^，]*(?:计划|目标)|原计划/.test(sentence))
}
