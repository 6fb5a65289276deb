import { type Block, numbersOf, type Part, printed } from './body.ts'
import { TOKEN, tidy } from './tidy.ts'

/** A run of the printed text; `annex` is the entry that says what the figure in it is. */
export type Run = { text: string; annex?: string }
export type Printed = { level: Block['level']; number: string; runs: Run[] }

/** Words of a token and where they are explained; null when there are none. */
export type Say = (token: Exclude<Part, { text: string }>) => Run | null

/** The text as it is printed: what has no words is left out, marks are set right, headings are numbered. */
export function print(body: readonly Block[], say: Say): Printed[] {
  const shown = printed(body)
  const numbers = numbersOf(body)
  return body.flatMap(({ level, parts }, i) =>
    shown[i] ? [{ level, number: numbers[i] ?? '', runs: runsOf(parts, say) }] : [],
  )
}

/** A paragraph is tidied as a whole, with its tokens held open. */
function runsOf(parts: readonly Part[], say: Say): Run[] {
  const tokens = parts.flatMap((part) => ('text' in part ? [] : [say(part)]))
  const text = tidy(parts.map((part) => ('text' in part ? part.text.replaceAll(TOKEN, '') : TOKEN)).join(''))
  return text.split(TOKEN).flatMap((piece, i) => {
    const token = i === 0 ? null : tokens[i - 1]
    return [...(token ? [{ ...token, text: tidy(token.text) }] : []), ...(piece ? [{ text: piece }] : [])]
  })
}

/** The printed text as plain text, a paragraph a line. */
export const plainText = (text: readonly Printed[]): string =>
  text.map(({ number, runs }) => number + runs.map((run) => run.text).join('')).join('\n')
