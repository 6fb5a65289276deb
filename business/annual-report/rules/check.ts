import { type Block, figuresIn } from './body.ts'
import { type Printed, print, type Say } from './print.ts'

export type Remark = { block: number; kind: keyof typeof kinds; quote: string; advice: string }

/** What a reader of the draft points out. None of it is corrected by itself: the words are the writer's. */
export const kinds = {
  typed: '手写的数',
  zero: '数是 0',
  untold: '没有值',
  ahead: '提前、超额',
  quotes: '引号',
  names: '叫法不一',
  repeated: '标题重复',
  numbered: '标题序号',
} as const

/** What the check needs to know of a figure in the text. */
export type Known = {
  title: string
  value: number | null
  target: { number: number; comparator: '>=' | '<='; reached: boolean } | null
}
export type Facts = { figures: ReadonlyMap<string, Known>; today: string; year: number; say: Say }

/** A number with a unit of measure. Years, ordinals, names (“1+3”) and ages of 25至99人 are none of the federation's figures. */
const typed =
  /(?<![\d.+“”第至\-—/])\d+(?:\.\d+)?\s*(?:[万亿]?余?\s*(?:人次|场次|户次|元|人|名|家|宗|件|份|场|次|户|篇|站|点|项|个(?![月年]))|[%％]|个百分点)/gu
const ahead = /提前|超额/u

/** Different words for one thing, as reports by several hands have them. */
const sameThing: readonly (readonly string[])[] = [
  ['劳动关系预警', '劳资纠纷预警'],
  ['劳资沟通协商机制', '劳资民主协商机制'],
  ['暖蜂驿站', '工会爱心驿站', '户外劳动者服务站点'],
  ['厂务公开', '企务公开'],
  ['“四力杯”', '“四力”杯'],
]

/** Everything to be pointed out in a draft, in the order of the text. */
export function check(body: readonly Block[], facts: Facts): Remark[] {
  const remarks = body.flatMap((block, at) => {
    const [text] = print([{ ...block, level: 0 }], facts.say)
    return [...typedIn(block, at), ...figuresOf(block, at, facts), ...aheadIn(block, at, facts), ...quotesIn(text, at)]
  })
  return [...remarks, ...namesIn(body), ...repeatedIn(body), ...numberedIn(body)].sort((a, b) => a.block - b.block)
}

const textOf = (block: Block): string => block.parts.map((part) => ('text' in part ? part.text : '〔数〕')).join('')

const typedIn = (block: Block, at: number): Remark[] =>
  block.parts.flatMap((part) =>
    'text' in part
      ? [...part.text.matchAll(typed)].map(([quote]) => ({
          block: at,
          kind: 'typed' as const,
          quote,
          advice: '这个数是手写的，记录变了它不会跟着变。有对应数据的，请删去再插入数据。',
        }))
      : [],
  )

function figuresOf(block: Block, at: number, { figures }: Facts): Remark[] {
  return figuresIn([block]).flatMap((code): Remark[] => {
    const known = figures.get(code)
    const quote = known?.title ?? code
    if (!known || known.value === null)
      return [{ block: at, kind: 'untold', quote, advice: '这项数据现在没有值，定稿前请删去这一处。' }]
    if (known.value !== 0) return []
    return [{ block: at, kind: 'zero', quote, advice: '这项数据现在是 0，请想想这一句还要不要。' }]
  })
}

/** 提前 and 超额 are claims about a target: reached before its day, and gone beyond (D:C11.6). */
function aheadIn(block: Block, at: number, { figures, today, year }: Facts): Remark[] {
  const [word] = ahead.exec(textOf(block)) ?? []
  if (!word) return []
  const known = figuresIn([block]).flatMap((code) => figures.get(code) ?? [])
  const remark = (quote: string, advice: string): Remark => ({ block: at, kind: 'ahead', quote, advice })
  const wanted = known.filter(({ target }) => target !== null)
  if (wanted.length === 0) return [remark(word, `这一段的数据都没有登记 ${year} 年的目标，说“${word}”没有依据。`)]
  return [
    ...known
      .filter(({ target }) => !target)
      .map(({ title }) => remark(title, `没有登记 ${year} 年的目标，“${word}”不能包括它。`)),
    ...wanted
      .filter((one) => !isBeyond(one))
      .map(({ title, target }) => remark(title, `目标是 ${target?.number}，还没有超过，不能说“${word}”。`)),
    ...(word === '提前' && today > `${year}-12-31`
      ? [remark(word, `${year} 年已经结束，是不是在年底前完成的，请打开数据逐月核对。`)]
      : []),
  ]
}

const isBeyond = ({ value, target }: Known): boolean =>
  value !== null && target !== null && (target.comparator === '>=' ? value > target.number : value < target.number)

/** Inside double marks stand single ones; and what is opened is closed. */
function quotesIn(text: Printed | undefined, at: number): Remark[] {
  let depth = 0
  for (const mark of text?.runs.map((run) => run.text).join('') ?? '') {
    if (mark === '“') depth++
    if (mark === '”') depth--
    if (depth > 1) return [{ block: at, kind: 'quotes', quote: '“…“', advice: '双引号里面再用引号，请用单引号‘’。' }]
    if (depth < 0) break
  }
  return depth === 0 ? [] : [{ block: at, kind: 'quotes', quote: '“”', advice: '引号没有成对，请补上或去掉。' }]
}

function namesIn(body: readonly Block[]): Remark[] {
  const texts = body.map(textOf)
  return sameThing.flatMap((names) => {
    const used = names.filter((name) => texts.some((text) => text.includes(name)))
    const [first, other] = used
    if (!first || !other) return []
    const block = texts.findIndex((text) => text.includes(other))
    return [{ block, kind: 'names' as const, quote: other, advice: `别处写的是 ${first}，请统一叫法。` }]
  })
}

const numbered =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d))/u

/** A heading pasted with its number would be printed with two. */
const numberedIn = (body: readonly Block[]): Remark[] =>
  body.flatMap((block, at) => {
    const [quote] = block.level === 0 ? [] : (numbered.exec(textOf(block)) ?? [])
    return quote
      ? [{ block: at, kind: 'numbered' as const, quote, advice: '标题的序号是自动编的，请删去手写的。' }]
      : []
  })

function repeatedIn(body: readonly Block[]): Remark[] {
  const seen = new Set<string>()
  return body.flatMap((block, at) => {
    const text = textOf(block).trim()
    if (block.level === 0 || block.level > 2 || !text) return []
    if (!seen.has(text)) {
      seen.add(text)
      return []
    }
    return [{ block: at, kind: 'repeated' as const, quote: text, advice: '前面已经有一样的标题，请改一个或合并。' }]
  })
}
