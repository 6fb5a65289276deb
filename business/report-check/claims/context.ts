import type { Measured } from './measure.ts'
import { scaledLike } from './share.ts'
import { isSumOfPlaces } from './traps/coded-names.ts'
import { writtenUnit } from './units.ts'

const TAIL = '[共计有达到为约合至总数就]*$'

/** What is told as a bare factor: 求人倍率 1.21. */
const FACTOR = new RegExp(`(?:倍率|系数|指数|比值)${TAIL}`)

/** Nouns and the measure word by which work reports count them, for numbers that stand without one. The first that fits counts. */
const COUNTED: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [new RegExp(`(?:率|比例|比重|占比|增幅|降幅|增速)${TAIL}`), '%'],
  [new RegExp(`人次${TAIL}`), '人次'],
  [new RegExp(`(?:^|[，、；：（])(?:其中)?[男女][性的]?${TAIL}`), '人'],
  [
    new RegExp(
      `(?:人|会员|职工|代表|[一-龥]员|骑手|司机|员工|志愿者|专家|[律教厨医技]师|工人|用户|粉丝|学生|青年|妇女|报名|到场|参训|参加|参与|参会|参保|投保)${TAIL}`,
    ),
    '人',
  ],
  [
    new RegExp(
      `(?:金额|资金|经费|慰问金|补助金?|补贴|款项?|收入|支出|投入|利益|工资|欠薪|赔偿|赔付|理赔|补偿|损失|费用?|产值|奖金|预算|拨付|追回|筹集|募集|人民币|折合|钱)${TAIL}`,
    ),
    '元',
  ],
  [new RegExp(`(?:播放|点击|阅读|浏览)量?${TAIL}`), '次'],
  [new RegExp(`(?:诉求|投诉|信访|线索)${TAIL}`), '宗'],
  [new RegExp(`(?:案件|案|纠纷|提案)${TAIL}`), '件'],
  [new RegExp(`(?:意见|建议|信息)${TAIL}`), '条'],
  [new RegExp(`(?:合同|协议|意见书|建议书|问卷|报告|总结)${TAIL}`), '份'],
  [new RegExp(`(?:[应已未]建会?)${TAIL}`), '家'],
  [new RegExp(`(?:企业|单位|门店|工会|公司)${TAIL}`), '家'],
  [new RegExp(`(?:培训|讲座|活动|宣讲|演出|比赛)${TAIL}`), '场'],
  [new RegExp(`(?:户|家庭)${TAIL}`), '户'],
  [new RegExp(`(?:驿站|站点|工作室|岗位|项目|基地|中心|点位?|问题|隐患|小组|支部|分会)${TAIL}`), '个'],
]
/** The measure word by which a noun is counted: 维权支出 → 元. Undefined for a noun that tells none. */
export const countedBy = (noun: string): string | undefined => COUNTED.find(([pattern]) => pattern.test(noun))?.[1]

/** 收诉求 431 件。来访 214，办结 209: how matters came in, and what became of them, is counted as they are. */
const MATTERS: ReadonlySet<string> = new Set(['宗', '件', '起', '批', '批次', '人次'])
const COURSE = new RegExp(
  `(?:来[访电信函]|[网线]上|窗口|电话|微信|受理|收件|登记|办[结理]|[立结]案|[审执]结|调[解成]|[转交已在未]办|答复|化解|撤诉|驳回|移送)${TAIL}`,
)
/** Where one calls, and counters in a hall. */
const NO_COURSE = /(?:联系|服务|办公|值班|咨询|热线)电话|设[^，]{0,4}窗口/
/** The measure word by which a text last counted matters. @param known what it was before */
export const mattersIn = (claims: readonly Measured[], known: string | undefined): string | undefined =>
  claims.findLast(({ unit }) => unit !== null && MATTERS.has(unit))?.unit ?? known

const FOLLOWING: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [
    /^[一-龥]{0,4}?(?:职工|会员|员工|人员|女工|群众|工人|志愿者|民警|辅警|司机|骑手|学生|青年|党员|干部|教师|医生|护士|代表|业主|居民|村民|用户|客户|农民工|师傅|队员|家长|老人|妇女|子女|孩子|网友|观众|选手|考生|市民|居民|游客|乘客|患者)/,
    '人',
  ],
  [/^(?:企业|单位|公司)/, '家'],
]
const REACH = 14

/**
 * The unit of a number that has none: from the noun it counts, from the noun behind it, else from the number before it in the sentence (发现问题 134 个，已整改 129).
 * @param last the claim before it
 * @param matters how the paragraph counts matters, if it does
 * @returns null for a number that claims something without a unit; undefined when nothing tells that it does
 */
export function unitFromContext(
  text: string,
  one: Measured,
  last: Measured | undefined,
  matters?: string,
): string | null | undefined {
  const { to, isSum, isLarge, isChinese } = one.number
  if (isSum) return isSumOfPlaces(text, to) ? '个' : undefined
  const before = text.slice(Math.max(0, one.from - REACH), one.from).replace(/[：:“（( ]+$/, '')
  if (FACTOR.test(before)) return null
  const isEnded = /^(?:[，。、；：（）()”\t]|$|其中|和|与)/.test(text.slice(one.to))
  const named = isEnded || isLarge ? COUNTED.find(([pattern]) => pattern.test(before))?.[1] : undefined
  if (named === undefined && matters !== undefined && isEnded && COURSE.test(before) && !NO_COURSE.test(before))
    return matters
  const told = named ?? FOLLOWING.find(([pattern]) => pattern.test(text.slice(to)))?.[1]
  if (told !== undefined || (!isEnded && !isLarge && !ANOTHER.test(before))) return told
  return (
    passedOn(text, one, last) ?? (isLarge || (!Number.isInteger(one.number.value) && !isChinese) ? null : undefined)
  )
}

/** 另有 580 人事代理: what goes on counting after a number with its measure word. */
const ANOTHER = /(?:另有|还有|其中|、)$/
const NOT_PASSED_ON: ReadonlySet<string> = new Set(['%', '‰', '个百分点', '倍', '元'])
const MONEY = /[元款资费奖薪补值]/
const SPENT = /(?:要回来?|讨回来|追回来|省|花|赚|补|赔|讨回|追回|挽回|募集|捐款|捐赠|节约|节省|结余)了?$/
const CHANGED = /(?:增加|提高|减少|下降|降低|多|少|最低|最高|降|升|涨)了?$/

function passedOn(text: string, one: Measured, last: Measured | undefined): string | undefined {
  const sentence = text.slice(text.lastIndexOf('。', one.from) + 1, one.from)
  const isThousands = /[万亿]|[百千][一二三四五六七八九]$/.test(text.slice(one.number.from, one.to))
  if (isThousands && (MONEY.test(sentence + (text.slice(one.to).split('。')[0] ?? '')) || SPENT.test(sentence)))
    return '元'
  if (!last?.unit || text.slice(last.to, one.from).includes('。') || !Number.isInteger(one.number.value))
    return undefined
  return last.unit === '元' && CHANGED.test(sentence) ? '元' : NOT_PASSED_ON.has(last.unit) ? undefined : last.unit
}

const SAME_THEN =
  /^[（(](?:比|较)?(?:上年度?|去年|前年|同期|上期|年初|年末|预算|计划|20\d\d年)(?:同期|末|数|底)?[为是：:]? ?$/

const LASTED = /(?:历时|耗时|为期|原定|[站干守做当住用教跑开写走]了)$/
/** 站了三十二年, 原定三年: years that measure; any others tell when. */
export function lasting(text: string, one: Measured): Measured | undefined {
  const isMeasured =
    one.isBare &&
    one.number.value < 100 &&
    LASTED.test(text.slice(0, one.from)) &&
    /^年(?:[，。、；）的]|多|$)/.test(text.slice(one.to))
  return isMeasured ? { ...one, to: one.to + 1, unit: '年', isBare: false } : undefined
}

const LABEL = /[一-龥][（(]([^（）()\d]{1,6})[)）](?:[：:]|[为是达])$/

/** 求学补贴（万元）：362.5: a number behind a label takes unit and magnitude from the label's brackets. */
export function labelled(text: string, one: Measured): Measured | undefined {
  const written = one.isBare ? LABEL.exec(text.slice(0, one.from))?.[1] : undefined
  if (written === undefined) return undefined
  const { unit, factor } = writtenUnit(written)
  return unit === null
    ? undefined
    : { ...one, number: { ...one.number, value: one.number.value * factor }, unit, isBare: false }
}

/** 归集 6842.37 万元（上年 6205.9）: a number in brackets right behind another, told of another time, has its unit and magnitude. */
export function comparedWith(text: string, one: Measured, last: Measured | undefined): Measured | undefined {
  if (!one.isBare || !last || last.unit === null || !SAME_THEN.test(text.slice(last.to, one.from))) return undefined
  return { ...one, ...scaledLike(one, last, text), unit: last.unit, isBare: false }
}
