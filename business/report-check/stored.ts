import { z } from 'zod'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Claim, Defect, Level } from './contract.ts'

const place = { start: z.int(), end: z.int() }
/** What was found, with where it stands in the text, and the headings; kept sealed beside the text. */
export const Findings = z.object({
  /** Whose report it is by its title, where that is not ours: nothing was compared. Not kept with the oldest checks. */
  body: z.string().nullable().default(null),
  claims: z.array(Claim.extend(place)),
  defects: z.array(Defect.extend(place)),
  /** Not kept with the oldest checks. */
  headings: z.array(z.object({ start: z.int(), level: Level })).default([]),
})
export type Findings = z.output<typeof Findings>

type Part = 'title' | 'text' | 'findings'
const context = (part: Part, id: string) => `report_checks.${part}:${id}`

export const sealPart = (ctx: Ctx, part: Part, id: string, plain: string): string =>
  ctx.house.sealer.seal(plain, context(part, id))
export const openPart = (ctx: Ctx, part: Part, id: string, sealed: string): string =>
  ctx.house.sealer.open(sealed, context(part, id))

const gone = '没有找到这份核验，可能已经删除或过了保存期，请重新核一次'

/** A check of the actor's own with its text and findings. @throws Failure 404 when it is not there or somebody else's */
export async function openCheck(ctx: Ctx, id: string) {
  const row = await ctx.tx
    .selectFrom('report_checks')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return fail(404, gone)
  return {
    row,
    title: openPart(ctx, 'title', id, row.title_sealed),
    text: openPart(ctx, 'text', id, row.text_sealed),
    findings: Findings.parse(JSON.parse(openPart(ctx, 'findings', id, row.findings_sealed))),
  }
}

export async function deleteCheck(ctx: Ctx, id: string): Promise<void> {
  const deleted = await ctx.tx
    .deleteFrom('report_checks')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (deleted.numDeletedRows !== 1n) fail(404, gone)
}
