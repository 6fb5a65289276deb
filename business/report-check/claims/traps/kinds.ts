import type { Measured } from '../measure.ts'
import type { Around, Trap } from './trap.ts'

const isSmall = ({ one }: Around) => one.number.value <= 20 && !one.number.isLarge
const isChinese = ({ one }: Around) => one.number.isChinese

const HEADINGS =
  /^个(?:方面|层面|群体|重点|维度|环节|阶段|坚持|维护|意识|自信|确立|统一|体系|着力|突出|聚焦|转变|结合|抓手|关键|领域|要素|板块|清单|到位|必须|机制|平台|主题|毫不|大局|作用|基本|务必|重要|走进|延伸|提升|强化|作为|专题|目标|梯队|不(?!同)|有|导向|理念|问题|角度|方向|步骤|原则|优先|先|更加|进一步|努力|全面|关口|共同|对照|事|法定|特点|特征|亮点|短板|字|词|办法)/
const TASKS =
  /^项(?:议程|议题|内容|机制|制度|任务|工作|措施|举措|行动|重点|原则|职责|权益|工程|要求|职能|改革|能力|建设|基本|清单|主要|重要|核心|纪律|服务|攻坚|规定|监督|功能|政策|指标|补贴|经费|费用)/
const LEVELS =
  /^(?:大|方|类(?!人)|级|者|重|条线(?!路)|线(?!路)|化|为|对一|对(?=于)|同|不|制|全|心|句话|维|端|融|改|联|进|送|比|查|看|讲|学|位一体|大类|条(?:主线|战线|措施|底线|红线|热线)|种(?:形式|方式|模式|途径)|支(?:柱|队伍)|道(?:防线|关)|张(?:网|清单|表)|本账|步|节(?!课)|层|格|环|次分配|部门|单位|地|院|校|年|委|头)/
/** What may be counted as one without being an article: 培训班一期. */
const COUNTED_ONE = /(?:班|会|场|活动|奖|赛|展|讲座|演练|课|报告|案|项目|中心|站|点|书|刊|赛事|晚会)$/

export const kinds: readonly Trap[] = [
  { name: 'a count of headings', is: (a) => isSmall(a) && HEADINGS.test(a.after) && !isFault(a) },
  { name: 'a count of kinds or levels', is: (a) => isSmall(a) && isChinese(a) && LEVELS.test(a.after) },
  {
    name: 'a count of what was just listed',
    is: (a) =>
      isSmall(a) &&
      isChinese(a) &&
      a.one.unit === '个' &&
      !THINGS.test(a.beyond) &&
      listedIn(a.clause) === a.one.number.value,
  },
  { name: 'parties to a table', is: (a) => isSmall(a) && /方$/.test(a.before) && /^家/.test(a.after) },
  { name: 'a count of tasks', is: (a) => isSmall(a) && isChinese(a) && TASKS.test(a.after) },
  {
    name: 'a rule for each',
    is: ({ before, after, one }) =>
      /(?:每|逢|任意|任何)$/.test(before) ||
      (/每[一-龥]{1,4}$/.test(before) && one.number.value === 1 && one.unit !== '元') ||
      (/^\/?每/.test(after) && one.isBare),
  },
  {
    name: 'several',
    is: ({ text, one, digits }) => /[数几]/.test(text[one.number.from - 1] ?? '') && /^[十百千万亿]/.test(digits),
  },
  {
    name: 'one as an article',
    is: ({ before, one }) => isOne(one) && !(one.unit !== null && COUNTED_ONE.test(before)),
  },
  {
    name: 'a word that begins like a numeral',
    is: (a) =>
      isChinese(a) && a.one.isBare && a.one.number.unit === undefined && !a.one.number.isFraction && !isCertain(a),
  },
  {
    name: 'a saying',
    is: ({ text, one }) => isInSaying(text, one.number.from),
  },
  { name: 'nothing', is: ({ digits }) => digits === '零' },
  {
    name: 'a round word',
    is: ({ one, digits }) =>
      one.number.isChinese && /^[百千万亿]+$/.test(digits) && (one.qualifier === null || one.isBare),
  },
]

const SAYINGS: readonly string[] = [
  '三天两头',
  '三天打鱼',
  '三步并作两步',
  '三更半夜',
  '三番五次',
  '三番两次',
  '三下五除二',
  '三言两语',
  '三年五载',
  '两面三刀',
  '四面八方',
  '五花八门',
  '五湖四海',
  '七拼八凑',
  '七嘴八舌',
  '九牛二虎',
  '十面埋伏',
  '百里挑一',
  '千里迢迢',
  '千篇一律',
  '一步一个脚印',
  '一亩三分地',
]
const LONGEST_SAYING = 6

function isInSaying(text: string, place: number): boolean {
  const from = Math.max(0, place - LONGEST_SAYING)
  const near = text.slice(from, place + LONGEST_SAYING)
  return SAYINGS.some((one) => {
    const found = near.indexOf(one)
    return found >= 0 && found <= place - from && place - from < found + one.length
  })
}

/** 查出的 12 个问题: what was found is counted, what a speech goes through is not. */
const isFault = ({ one, before, after }: Around) =>
  !one.number.isChinese &&
  /^个问题/.test(after) &&
  /(?:查[出摆处]|发现|反馈|指出|排查|整改|解决|收集|梳理)[出到的了]{0,2}$/.test(before)

/** 电工、月嫂、电商三个班: things that are made or opened, named before they are counted. */
const THINGS = /^[一-龥]{0,4}?(?:班|站|点|驿站|热线|车间|工作室|基地|中心|窗口|队|场馆|项目)/
/** 外卖、快递、网约车三个行业: how many a list that ends here names. */
const listedIn = (clause: string): number | undefined =>
  clause.includes('、') && !/等$/.test(clause) ? clause.split(/[、和与及]/).length : undefined

/** 两千八, 三百五: said without the last unit. */
const isSpoken = (digits: string) => /^[一二两三四五六七八九][百千][一二三四五六七八九]$/.test(digits)

const isOne = ({ number, unit }: Measured) =>
  number.isChinese && number.value === 1 && number.unit === undefined && unit !== '倍' && unit !== '番'
/** 近一千五 or 三百来 before a noun is a number, though no measure word follows. */
const isCertain = ({ one, digits }: Around) =>
  one.number.isLarge || digits.length >= 4 || isSpoken(digits) || (one.qualifier !== null && one.number.value >= 20)
