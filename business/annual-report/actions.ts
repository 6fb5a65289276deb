import { uuidv7 } from 'uuidv7'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { firstDraft } from './draft.ts'
import { writeEvidence } from './evidence.ts'
import { fingerprintOf, freeze } from './freeze.ts'
import { bodyOf, type Row } from './report.ts'
import { titleOf } from './rules/compose.ts'
import { workflow } from './workflow.ts'

type Stepped = OutputOf<typeof contract.open>

/** The first draft of the own union's year, or the next edition of what was published, begun from its text. @throws Failure 409, 422 */
export async function open(ctx: Ctx, { year }: ParsedOf<typeof contract.open>): Promise<Stepped> {
  if (year > Number(ctx.today.slice(0, 4))) fail(422, `${year} 年还没有到，请选已经开始的年份`)
  const editor = editorOf(ctx)
  const earlier = await editionsOf(ctx, year)
  const draft = earlier.find(({ state }) => state === 'draft')
  if (draft) fail(409, `${year} 年的报告已经有一份草稿，请打开那一份接着写`, { id: draft.id })
  const last = earlier.at(0)
  const [id, number] = [uuidv7(), await nextNumber(ctx, 'NDBG')]
  await openCase(
    ctx,
    caseLine,
    'open',
    {
      id,
      number,
      title: last?.title ?? titleOf(ctx.actor.orgName, year),
      source: ctx.actor.orgName,
      org_path: ctx.actor.orgPath,
      unit_path: ctx.actor.orgPath,
      owner_id: null,
      assignee_id: null,
      union_name: ctx.actor.orgName,
      year,
      edition: (last?.edition ?? 0) + 1,
      body: JSON.stringify(last ? bodyOf(last) : await firstDraft(ctx, year)),
      revision: 1,
      ...editor,
    },
    { note: last ? `从第 ${last.edition} 版开始` : '' },
  )
  return { id, number, state: workflow.start }
}

const editorOf = (ctx: Ctx) => ({
  editor_id: ctx.actor.personId ?? fail(403, '请用本人的账号写报告'),
  editor_name: ctx.actor.name,
  edited_at: ctx.now,
})

/** Newest first. */
const editionsOf = (ctx: Ctx, year: number): Promise<Row[]> =>
  ctx.tx
    .selectFrom('annual_report')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_path', '=', ctx.actor.orgPath)
    .where('year', '=', year)
    .where('state', '<>', 'discarded')
    .orderBy('edition', 'desc')
    .execute()

/**
 * Keeps a draft. Who has not seen the latest one is refused and told whose it is; the screen keeps what was typed.
 * @throws Failure 409 stale or no draft any more
 */
export async function save(ctx: Ctx, input: ParsedOf<typeof contract.save>): Promise<OutputOf<typeof contract.save>> {
  const row = await takeDraft(ctx, 'annual-report.save', input)
  const revision = row.revision + 1
  await ctx.tx
    .updateTable('annual_report')
    .set({ title: input.title, body: JSON.stringify(input.body), revision, ...editorOf(ctx), updated_at: ctx.now })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.id)
    .execute()
  ctx.audit = { line: caseLine.slug, recordId: row.id, reason: `第 ${revision} 次保存` }
  return { revision, editedAt: ctx.now }
}

/** The draft, locked, as long as it is the one that was read. */
async function takeDraft(
  ctx: Ctx,
  permission: string,
  { id, revision }: { id: string; revision: number },
): Promise<Row> {
  // Without the lock first: the database does not let a union lock another's row, and that would look as if it were not there.
  await getRecord(ctx, caseLine, permission, id)
  const row = await getRecord(ctx, caseLine, permission, id, { lock: true })
  if (row.state !== 'draft')
    fail(409, `这份报告已经${row.state === 'published' ? '定稿' : '作废'}，不能再改，请刷新后再看`)
  if (row.revision === revision) return row
  const { editor_name, edited_at } = row
  const words =
    permission === 'annual-report.save'
      ? `${editor_name}也在改这份报告，刚刚保存过。您写的还在屏幕上，请选择怎么办`
      : `${editor_name}刚刚又保存了一稿，请看过新稿再办`
  return fail(409, words, {
    revision: row.revision,
    editorName: editor_name,
    editedAt: edited_at,
  })
}

/**
 * Freezes the draft: text, figures with what they rest on, targets, fingerprint. By somebody else than who saved it last.
 * @throws Failure 409 when it was saved since it was read; 422 by the same person, or when something cannot be told
 */
export async function publish(ctx: Ctx, input: ParsedOf<typeof contract.publish>): Promise<Stepped> {
  const row = await takeDraft(ctx, 'annual-report.publish', input)
  if (row.editor_id === ctx.actor.personId)
    fail(422, '最后改稿的人和定稿的人要是两个人，请由同事定稿，或请同事看过、保存后再由您定稿')
  const frozen = await freeze(ctx, row)
  await writeEvidence(ctx, row, frozen)
  const signed = { ...row, document_number: input.documentNumber, published_at: ctx.now }
  const done = await advance(ctx, caseLine, 'publish', row.id, {
    set: {
      published_at: ctx.now,
      published_by: ctx.actor.name,
      document_number: input.documentNumber,
      frozen_text: JSON.stringify(frozen.text),
      fingerprint: fingerprintOf(signed, frozen),
    },
    note: `第 ${row.edition} 版，${frozen.figures.length} 项数据`,
  })
  return stepped(done)
}

export const discard = async (ctx: Ctx, { id, note }: ParsedOf<typeof contract.discard>): Promise<Stepped> =>
  stepped(await advance(ctx, caseLine, 'discard', id, { note }))

const stepped = ({ id, number, state }: { id: string; number: string; state: string }): Stepped => ({
  id,
  number,
  state: state as Stepped['state'],
})
