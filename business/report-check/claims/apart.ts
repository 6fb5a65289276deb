/** A number that tells of another time, place or part than the whole report. `isElsewhere`: it can never be the whole's own number. */
export type Apart = { words: string; isElsewhere: boolean }

/** Words of a title that says itself what would set a number apart. */
const CHANGE = /增长|增幅|增加|下降|降幅|变化/
const SHARE = /平均|人均|每/

/** Whether a figure of this title may be what such a number tells: 平均办理天数 is told by an average, 诉求 is not. */
export function couldBe(apart: Apart | null, title: string): boolean {
  if (apart === CHANGED) return CHANGE.test(title)
  return apart !== SHARED || SHARE.test(title)
}

/** What a report as a whole tells of: its year, and the words of its title. */
export type Whole = { year: number | null; title: string }

/** What stands around a number in its sentence: all before it, and what follows. */
export type Beside = { before: string; after: string }

/** Further back in a sentence nothing speaks of a number any more. */
const FAR = 240
const NAMED = /“[^”]*”|《[^》]*》/g
const clauseOf = (before: string): string => before.split(/[，；：。（(]/).at(-1) ?? ''

/**
 * Whether a number speaks of something else than the report's whole, by the words of its sentence: 上年, 布吉街道, 第一季度, 平均, 增长.
 * @param headings under which it stands: 上半年工作, 平湖街道
 * @returns the words that say so; null for a number of the whole
 */
export function apartOf({ before, after }: Beside, whole: Whole, headings: readonly string[] = []): Apart | null {
  const said = before.slice(-FAR).replaceAll(NAMED, (name) => '“'.repeat(name.length))
  return (
    changeOf(said, after.slice(0, FAR)) ??
    timeOf(said, whole) ??
    placeOf(said, whole) ??
    partOf(said) ??
    ['', ...headings].map((heading) => underHeading(heading, whole)).find((found) => found !== null) ??
    null
  )
}

const CHANGED: Apart = { words: '变化的幅度', isElsewhere: false }
const SHARED: Apart = { words: '平均数', isElsewhere: false }
const RISEN =
  /(?:增长|增加|增幅|提高|提升|上升|上涨|下降|减少|降低|回落|压减|净增|翻|(?:比|较)[^，；]*(?:多|少|高|低)出?)了?$/
const FROM = /[由从][^，；由从]{0,14}$/
const TO = /^[^，；]{0,10}?[到至为]/

/** 增长 15%, 由 96% 提高到 100%: by how much something changed, and from what. */
function changeOf(before: string, after: string): Apart | null {
  if (FROM.test(before) && TO.test(after)) return { words: '原来的数', isElsewhere: true }
  return RISEN.test(before) ? CHANGED : null
}

const TIME =
  /20\d\d年|上一?年度?|去年|前年|(?:上年)?同期|今年|本年|全年|年内|[上下]半年|第?[一二三四]季度|(?:\d{1,2}月?[-~至到、和])?\d{1,2}月/g
const HONOURED = /获|评为|入选|荣|表彰|命名|公布/
const SPAN = /^(?:度?以来|起|开始|至|-|~|到)/
const MEASURED_BY = /(?:比|较|与|同|和|超过?|高于|低于|是|于)$/
/** 1—12月, 截至12月底: the whole year. */
const YEAR_END = /^1月?[-~至到]12月$|(?:至|到|底|末)(?:20\d\d年)?12月$|^12月(?:底|末|31日)/

/** “十四五”以来, 五年来: several years together. */
const SINCE =
  /(?:(?:“{3,}|十[一-九]五|[二两三四五六七八九十]年)(?:期间|以来|来)|近[二两三四五六七八九十\d]年|历年)(?!.*(?:今年|本年|全年))/

/** The last time a sentence names before a number; one that only measures (比上年) holds to the end of its clause. */
function timeOf(before: string, { year }: Whole): Apart | null {
  const own = before.replace(/[由从][^，；]*?[到至为](?=[^，；]{0,4}\d|[^，；\d]{0,4}$)/g, '')
  let found: Apart | null = SINCE.test(before) ? { words: '多年累计', isElsewhere: true } : null
  for (const { 0: words, index } of own.matchAll(TIME)) {
    const behind = own.slice(index + words.length)
    const isMeasure = MEASURED_BY.test(own.slice(0, index))
    if (isMeasure && /[，；]/.test(behind)) continue
    if (HONOURED.test(clauseOf(own.slice(0, index)) + (behind.split(/[，；]/)[0] ?? ''))) continue
    const isYearEnd =
      YEAR_END.test(words) || YEAR_END.test(own.slice(0, index + words.length)) || YEAR_END.test(own.slice(index))
    const other = isYearEnd ? null : otherTime(words, year)
    found = other && SPAN.test(behind) ? { words: `${words}以来`, isElsewhere: false } : other
  }
  return found
}

function otherTime(words: string, year: number | null): Apart | null {
  if (/^(?:今年|本年|全年|年内)/.test(words)) return null
  const named = /^20\d\d/.exec(words)?.[0]
  if (named) return year === null || Number(named) === year ? null : { words, isElsewhere: true }
  return { words, isElsewhere: /年度?$|同期|前年|半年|季度|\d月?[-~至到、和]\d/.test(words) }
}

/** Part of a year, as a heading or a title names it: 上半年工作回顾. */
const PART_OF_YEAR =
  /[上下]半年|第?[一二三四]季度|\d{1,2}月?(?:[-~至到—－–～]{1,2}\d{1,2}月)|(?<![一-龥])半年|(?<=年)半年|(?<=20\d\d年)(?:0?[1-9]|1[0-2])月(?!\d)(?=份?[^\d日]{0,6}(?:工作|月报|简报|总结|情况))/

function underHeading(heading: string, whole: Whole): Apart | null {
  const time = PART_OF_YEAR.exec(heading)?.[0] ?? PART_OF_YEAR.exec(whole.title)?.[0]
  if (time !== undefined && !YEAR_END.test(time)) return { words: time, isElsewhere: true }
  return placeOf(heading, whole)
}

const LARGER = /^(?:其中|目前|截至[^，]*)?(全市|全省|全国)(?!唯一|首|第|前|五一|劳动|劳模|先进|优秀|总工会)/
const STREET = /(?:^|[，；：、\s]|其中|而|在|和|与|如)([一-龥]{2,3}(?:街道|镇|乡|社区))/g
/** 南湾街道有 5 个，…2 个: it leads the clauses that follow. */
const LED_BY_STREET = /(?:^|[，；])(?:其中|而)?([一-龥]{2,3}(?:街道|镇|乡|社区))/g
/** 平湖、坂田两个街道. */
const STREETS = /([一-龥]{2,3}(?:、[一-龥]{2,3})+等?(?:[两二三四五六七八九十\d]+个)?(?:街道|镇|乡|社区))/g
/** 推动街道, 11个街道: a verb or a number of them, no name. */
const NO_NAME =
  /^(?:推动|指导|联合|覆盖|支持|组织|依托|发动|督促|会同|协助|帮助|涉及|走进|深入|面向|带动|要求|鼓励|配合|通过|依靠|加强|建立|健全|成立|下沉|聚焦|选取|选择|确定|开展|打造|进入|惠及|全区|辖区|示范|基层|区级|园区|重点|试点|其他|部分|所有|全部|乡镇|城镇|智慧|全体|推进|实现|创建|建成)|[各每个两多全级该本家由被将经从到为是的所把或及在]/
const NO_STREETS = /企业|工会|机关|学校|医院|园区|单位|市、|区、|县、/
const DISTRICT = /(?:^|[，；、]|其中|而)([一-龥]{2}[区市县])(?=总工会|工会|全年|共|新|处|发|有|已)/g
const NO_DISTRICT = /^[全我各本]|(?:工业|开发|高新|示范|[园社辖片城厂小地特景校])区$|[全我城各]市$/
const BODY =
  /^(?:全?[区市县])?((?:[市省]总工会|全国总工会|人社|人力资源|信访|住建|城管|应急|市场监管|交通|人民法院|法院|检察|司法|公安|妇联|团委|残联|工商联|民政|教育|卫健)[一-龥]{0,6}?(?:部门|局|院|联|委|机构)?)(?=全年|共|接|受理|处理|按期|办结|结案|为劳动者|为职工|满意|审结|办理|新|发放|投入|接)/

/** The place or body a clause, or the sentence at its beginning, speaks of; the report's own stands in its title. */
function placeOf(before: string, { title }: Whole): Apart | null {
  const clause = clauseOf(before)
  const first = before.split('，')[0] ?? ''
  if (namesIn(clause, DISTRICT, NO_DISTRICT).some((name) => title.includes(name))) return null
  const names = [
    LARGER.exec(clause)?.[1],
    LARGER.exec(first)?.[1],
    BODY.exec(first)?.[1],
    ...namesIn(clause, STREET, NO_NAME),
    ...namesIn(clause, STREETS, NO_STREETS),
    ...namesIn(before, LED_BY_STREET, NO_NAME).slice(-1),
    ...namesIn(clause, DISTRICT, NO_DISTRICT),
    ...namesIn(first, DISTRICT, NO_DISTRICT),
  ]
  const words = names.find((name) => name !== undefined && !title.includes(name))
  return words === undefined || /全区|我区|本区/.test(before.slice(before.lastIndexOf(words)))
    ? null
    : { words, isElsewhere: true }
}

const namesIn = (text: string, pattern: RegExp, none: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name = '']) => (none.test(name) ? [] : [name]))

const SHARED_OUT = /平均|人均|户均|件均|场均|每[个家名户]/

/** 每个街道平均处理诉求 81 宗. */
const partOf = (before: string): Apart | null => (SHARED_OUT.test(clauseOf(before)) ? SHARED : null)
