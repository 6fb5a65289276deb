import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { chapters } from '../../kernel/line.ts'
import type { contract } from './contract.ts'

export { lateOf, listPressing } from './late.ts'
export { risksOf } from './risks.ts'

/** The chapters of the report with the lines that own figures, in its order; what has none is left out. */
export async function listChapters(ctx: Ctx): Promise<OutputOf<typeof contract.chapters>> {
  return Object.entries(chapters)
    .map(([slug, title]) => ({
      slug,
      title,
      lines: ctx.house.lines
        .filter((line) => line.chapter === slug && Object.keys(line.indicators ?? {}).length > 0)
        .map((line) => ({ slug: line.slug, title: line.title })),
    }))
    .filter(({ lines }) => lines.length > 0)
}
