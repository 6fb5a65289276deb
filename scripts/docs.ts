import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { business, lines } from '../app/server/lines.ts'
import { type Blocks, fill } from './docs/blocks.ts'
import { figuresTable, glossaryBlocks, lineBlocks, lineMap, permissionTables, reachTable } from './docs/of-lines.ts'

const root = resolve(import.meta.dirname, '..')

/** The pages that hold generated parts, and the parts of each. */
const generated: readonly (readonly [file: string, blocks: Blocks])[] = [
  ['docs/permissions.md', { reaches: reachTable(), permissions: permissionTables(lines) }],
  ['docs/figures.md', { figures: figuresTable(lines) }],
  ['docs/glossary.md', glossaryBlocks(business)],
  ['business/README.md', { lines: lineMap(business) }],
  ...business.map((line) => [`business/${line.slug}/README.md`, lineBlocks(line)] as const),
]

export type GeneratedPage = { file: string; present: string; fresh: string }

/** Every page with generated parts, as it lies in the folder and as the lines say it should. @throws Error when a page has no place for a part */
export const generatedPages = (): GeneratedPage[] =>
  generated.map(([file, blocks]) => {
    const present = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')
    return { file, present, fresh: fill(file, present, blocks) }
  })

if (import.meta.main) {
  const stale = generatedPages().filter(({ present, fresh }) => present !== fresh)
  for (const { file, fresh } of stale) writeFileSync(join(root, file), fresh)
  console.log(stale.length > 0 ? stale.map(({ file }) => `${file} written`).join('\n') : 'every page is up to date')
}
