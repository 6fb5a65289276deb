/** A part of a page that is written by machine, between two comments that a reader of the page does not see. */
const opening = (name: string) => `<!-- generated: ${name} -->`
const CLOSING = '<!-- end of generated -->'
const place = /<!-- generated: ([\w-]+) -->\n[\s\S]*?<!-- end of generated -->/g

/** The parts of one page by name, each as Markdown without a line break at the end. */
export type Blocks = Readonly<Record<string, string>>

/**
 * The page with every generated part written anew; all else stays as people wrote it.
 * @throws Error when the page has no place for a part, or a place for one that is not known
 */
export function fill(file: string, text: string, blocks: Blocks): string {
  const found = [...text.matchAll(place)].map((match) => match[1] as string)
  const missing = Object.keys(blocks).filter((name) => !found.includes(name))
  const unknown = found.filter((name) => !(name in blocks))
  if (missing.length > 0) throw new Error(`${file} needs ${opening(missing[0] as string)} … ${CLOSING}`)
  if (unknown.length > 0) throw new Error(`${file} has a place for ${unknown[0]}, which nobody writes`)
  return text.replace(place, (_, name: string) => `${opening(name)}\n${blocks[name]}\n${CLOSING}`)
}

const cellOf = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A Markdown table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``
