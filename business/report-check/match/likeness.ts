/** Words that reports say in several ways. */
const SAID_ALIKE: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/新?(?:组建|成立)|批复成立/g, '新建'],
  [/([一二三四五])星级/g, '$1星'],
  [/(\d)\s*(?:至|到|[-—–~～]+)\s*(?=\d)/g, '$1'],
  [/[收接]到/g, '接报'],
  [/新?(?:吸收|发展|增)(?:新|工会)?会员/g, '发展会员'],
  [/采集(?:职工|会员)?信息/g, '信息采集'],
  [/已经/g, '已'],
  [/应当/g, '应'],
  [/申请(?=转会)/g, '提出'],
  [/新建(?:会(?!员)|(?:基层)?工会(?:组织)?)/g, '新建基层工会组织'],
  [/办[理结完妥好]|处理/g, '办理'],
  [/没有建会|尚未建会/g, '未建会'],
  [/(?:没有|缺|空着)主席|主席(?:位[子置])?还?(?:空着|暂缺)/g, '主席空缺'],
  [/在?(?:规定|法定)?[期时]限内|没超期限?|未超期/g, '按期'],
  [/技工/g, '技术工人'],
  [/综改/g, '综合改革'],
  [/的/g, ''],
  [/挽回|追回|(?<![重主需])要回来?|讨回/g, '争取'],
]
/** What stands in half of all titles, and in half of all reports between two words that matter: 处理（职工）诉求. */
const FILLER = /职工/g

/** A phrase with and without its fillers, as pairs of neighbouring characters, Chinese and digits only. */
export type Phrase = { full: ReadonlySet<string>; short: ReadonlySet<string> }

/** A text in the words of the titles, Chinese and digits only. */
export function plainOf(text: string): string {
  const alike = SAID_ALIKE.reduce((said, [pattern, word]) => said.replace(pattern, word), text)
  return alike.replace(/[^一-龥\dA-Za-z]/g, '')
}

export function phraseOf(text: string): Phrase {
  const plain = plainOf(text)
  return { full: pairsOf(plain), short: pairsOf(plain.replace(FILLER, '')) }
}
function pairsOf(plain: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** How much a pair tells: what stands in many titles (职工, 工会) tells little. */
export type Weights = (pair: string) => number

export function weightsOf(titles: readonly string[]): Weights {
  const seen = new Map<string, number>()
  for (const title of titles) {
    const { full, short } = phraseOf(title)
    for (const pair of full.union(short)) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  }
  return (pair) => Math.log((titles.length + 1) / ((seen.get(pair) ?? 0) + 0.5))
}

/** The share of a title's weight that a text holds, with its fillers or without them, 0 to 1. */
export const likeness = (title: Phrase, text: Phrase, weight: Weights): number =>
  Math.max(heldBy(title.full, text.full, weight), heldBy(title.short, text.short, weight))

function heldBy(title: ReadonlySet<string>, text: ReadonlySet<string>, weight: Weights): number {
  let whole = 0
  let held = 0
  for (const pair of title) {
    const own = weight(pair)
    whole += own
    if (text.has(pair)) held += own
  }
  return whole === 0 ? 0 : held / whole
}
