export type Comparator = '=' | '>' | '>=' | '<' | '<=' | '≈'

export type Qualifier = { word: string; comparator: Comparator }

/** Words right before a number, with what they say of it. The longest that fits counts. */
const BEFORE: readonly (readonly [word: string, comparator: Comparator])[] = [
  ['≥', '>='],
  ['>=', '>='],
  ['≤', '<='],
  ['<=', '<='],
  ['>', '>'],
  ['<', '<'],
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['不下', '>='],
  ['至少', '>='],
  ['最少', '>='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不多于', '<='],
  ['不大于', '<='],
  ['至多', '<='],
  ['最多', '<='],
  ['超过', '>'],
  ['超出', '>'],
  ['突破', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['大于', '>'],
  ['超', '>'],
  ['逾', '>'],
  ['上', '>='],
  ['低于', '<'],
  ['少于', '<'],
  ['小于', '<'],
  ['不足', '<'],
  ['不到', '<'],
  ['将近', '<'],
  ['接近', '<'],
  ['近', '<'],
  ['大约', '≈'],
  ['约为', '≈'],
  ['约占', '≈'],
  ['约有', '≈'],
  ['约达', '≈'],
  ['约', '≈'],
]

const AFTER: readonly (readonly [pattern: RegExp, comparator: Comparator])[] = [
  [/^(?:及|或)?以上(?!的?(?:情况|问题|措施|工作|内容|举措|成绩|数据))/, '>='],
  [/^(?:及|或)?以下/, '<='],
  [/^(?:之|以)内/, '<='],
  [/^左右/, '≈'],
  [/^上下/, '≈'],
  [/^之多/, '='],
  [/^(?:多|余)(?=[，。、；：）的\t]|$)/, '>'],
]

/** 违约占, 签约达: there 约 is no qualifier. */
const ABOUT = /(?:^|[折总]合|[^签合条公预违履邀续解契制节])约[为占有达]?$/
const NOT_BEFORE = new Map<string, RegExp>([
  ['上', /[^以线会地区市场街年月周]上$/],
  ['近', /(?:^|[^最附临靠远邻接])近$/],
  ['>', /(?:^|[^>=-])>$/],
  ['<', /(?:^|[^<])<$/],
  ...['约', '约为', '约占', '约有', '约达'].map((word) => [word, ABOUT] as const),
])

/** The qualifier that ends a text: 参与人数超 → 超. */
export function qualifierBefore(text: string, number: string): Qualifier | undefined {
  for (const [word, comparator] of BEFORE)
    if (text.endsWith(word)) {
      if (word === '上' && !/^[百千万亿]/.test(number)) return undefined
      const allowed = NOT_BEFORE.get(word)
      return allowed === undefined || allowed.test(text) ? { word, comparator } : undefined
    }
  return undefined
}

/** The qualifier that begins a text: 以上，力争… → 以上. */
export function qualifierAfter(text: string): Qualifier | undefined {
  for (const [pattern, comparator] of AFTER) {
    const word = pattern.exec(text)?.[0]
    if (word) return { word, comparator }
  }
  return undefined
}

/** 三分之一强, 五成弱: a little more or less than a share. */
export function edgeAfter(text: string): Qualifier | undefined {
  const word = /^[强弱](?=[，。；、）]|$)/.exec(text)?.[0]
  return word ? { word, comparator: word === '强' ? '>' : '<' } : undefined
}
