/** Stands for a token while its paragraph is tidied; counts as Chinese, for a token begins and ends with a number or a word. */
export const TOKEN = '\ue000'

const HAN = `\\p{Script=Han}${TOKEN}`
const MARK = '，。；：！？、（）“”‘’《》〈〉—…'
const pattern = (source: string) => new RegExp(source, 'gu')

/** Marks of the half-width keyboard and what they are in Chinese text. */
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

type Rule = readonly [RegExp, (...found: string[]) => string]
const by = (text: string) => () => text
const rules: readonly Rule[] = [
  [/[\s\u200b\ufeff]+/gu, by(' ')],
  // Between digits a comma or colon belongs to the number or the time.
  [
    pattern(`(?<=[${HAN}${MARK}]) ?[,;:!?] ?|(?<=\\d%?)[,;:!?] ?(?=[${HAN}${MARK}]|$)`),
    (found) => fullWidth[found.trim()] ?? found,
  ],
  [pattern(`(?<=[${HAN}${MARK}])\\(([^()]*)\\)|\\(([^()]*[${HAN}][^()]*)\\)`), (_, a, b) => `（${a ?? b}）`],
  [/-{2,}|—+/gu, by('——')],
  [/\.{3,}|。{3,}|…+/gu, by('……')],
  [/(?<=\d) ?[%％]|％/gu, by('%')],
  [pattern(`(?<=[${HAN}${MARK}]) +(?=[\\d${HAN}${MARK}])|(?<=\\d%?) +(?=[${HAN}${MARK}])`), by('')],
]

/**
 * Text as it goes into print: Chinese marks in Chinese text, two em dashes for a dash, six dots, no space between digits and Chinese, no stray space
 * at either end. GB/T 15834-2011, GB/T 15835-2011. Tidy text stays as it is.
 */
export function tidy(text: string): string {
  const once = rules.reduce((left, [found, replace]) => left.replace(found, replace), text).trim()
  // A mark that has become Chinese may make its neighbour so too.
  return once === text ? text : tidy(once)
}
