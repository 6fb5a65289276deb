import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { notice } from '../../kernel/notify/notices.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { decidingUnit } from './rules/units.ts'

export type ChangeRow = RowOf<'union_changes'>
type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
type Stepped = OutputOf<typeof contract.review>

export const stepped = ({ id, number, state }: Stepped): Stepped => ({ id, number, state })

/** Whoever asked hears what became of it. */
export async function tellAsker(ctx: Ctx, row: ChangeRow, body: string): Promise<void> {
  if (!row.owner_id || row.owner_id === ctx.actor.personId) return
  await notice(ctx, { recipientId: row.owner_id, line: 'unions', recordId: row.id, title: row.title, body })
}

/** Looked through: the next union above decides. */
export async function review(ctx: Ctx, { id, note }: Input<'review'>): Promise<Stepped> {
  const unit_path = decidingUnit(ctx.actor.orgPath)
  return stepped(await advance(ctx, caseLine, 'review', id, { set: { unit_path }, note }))
}

export async function approve(ctx: Ctx, { id, note }: Input<'approve'>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'approve', id, { note })
  await tellAsker(ctx, row, `${ctx.actor.orgName}已批准，等待办理`)
  return stepped(row)
}

export async function refuse(ctx: Ctx, { id, note }: Input<'refuse'>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'refuse', id, { note })
  await tellAsker(ctx, row, `${ctx.actor.orgName}没有批准：${note}`)
  return stepped(row)
}

/** Taken back by whoever asked, before it is decided. */
export async function withdraw(ctx: Ctx, { id, note }: Input<'withdraw'>): Promise<Stepped> {
  return stepped(await advance(ctx, caseLine, 'withdraw', id, { note }))
}

export async function addPapers(ctx: Ctx, { id, note, files }: Input<'addPapers'>): Promise<Stepped> {
  if (files.length > 0) await attachDocuments(ctx, { line: 'unions', recordId: id, ids: files })
  return stepped(await advance(ctx, caseLine, 'addPapers', id, { note }))
}
