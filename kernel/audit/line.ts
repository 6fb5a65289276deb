import type { z } from 'zod'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine } from '../line.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'

type Input = z.output<(typeof contract)['list']['input']>

/** Who did what, newest first; the audit administrator sees deeds and reasons, never the business behind them. */
async function list(ctx: Ctx, input: Input) {
  const mark = input.after === undefined ? null : markOf(input.after)
  const rows = await ctx.tx
    .selectFrom('audit_log')
    .select(['lane', 'seq', 'at', 'actor', 'action', 'record_id as recordId', 'outcome', 'reason', 'ip'])
    .where('federation_id', '=', ctx.actor.federationId)
    .$if(input.action !== undefined, (q) => q.where('action', '=', input.action ?? ''))
    .$if(input.actor !== undefined, (q) => q.where('actor', '=', input.actor ?? ''))
    .$if(input.recordId !== undefined, (q) => q.where('record_id', '=', input.recordId ?? ''))
    .$if(input.outcome !== undefined, (q) => q.where('outcome', '=', input.outcome ?? 'done'))
    .$if(input.from !== undefined, (q) => q.where('at', '>=', input.from ?? ''))
    .$if(input.to !== undefined, (q) => q.where('at', '<', input.to ?? ''))
    .$if(mark !== null, (q) =>
      q.where((eb) =>
        eb(eb.refTuple('at', 'lane', 'seq'), '<', eb.tuple(mark?.at ?? '', mark?.lane ?? 0, mark?.seq ?? 0)),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('lane', 'desc')
    .orderBy('seq', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({ ...row, actionTitle: titleOf(ctx, row.action) })),
    next: rows.length > input.limit && last ? `${last.at}~${last.lane}~${last.seq}` : null,
  }
}

function markOf(text: string): { at: string; lane: number; seq: number } {
  const [, at, lane, seq] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~(\d+)~(\d+)$/.exec(text) ?? []
  if (!at) return fail(400, '翻页标记不对，请回到第一页')
  return { at, lane: Number(lane), seq: Number(seq) }
}

/** 'appeals.accept' → 职工诉求·受理. */
function titleOf(ctx: Ctx, action: string): string {
  const [slug, name = ''] = action.split('.')
  const line = ctx.house.lines.find((l) => l.slug === slug)
  const endpoint = line?.contract[name]
  return line && endpoint ? `${line.title}·${endpoint.title}` : action
}

export const line = defineLine({
  slug: 'audit',
  title: '审计',
  chapter: 'self',
  permissions,
  contract,
  handlers: { list },
})
