import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import type { Reason } from './rules/words.ts'

/** One exclusion with its enterprise, evidence and files, what happened and the clocks. */
export async function getMatter(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.get>> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const [firm, files] = await Promise.all([nameOf(ctx, row.enterprise_id), listDocuments(ctx, id)])
  return {
    ...matter,
    enterpriseId: row.enterprise_id,
    enterpriseName: firm.name,
    reason: row.reason as Reason,
    evidence: ctx.house.sealer.open(row.evidence_sealed, `coverage.evidence:${row.id}`),
    untilOn: row.until_on,
    approvedOn: row.approved_on,
    endedOn: row.ended_on,
    files,
  }
}

async function nameOf(ctx: Ctx, id: string): Promise<{ name: string }> {
  const firm = await ctx.tx
    .selectFrom('enterprises')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return firm ?? fail(404, '没有找到这家企业，请从列表重新进入')
}
