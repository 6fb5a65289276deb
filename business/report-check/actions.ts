import { buffer } from 'node:stream/consumers'
import { uuidv7 } from 'uuidv7'
import { addDays, addMilliseconds } from '../../kernel/calendar/days.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { contentOf, getDocument, removeDocument } from '../../kernel/documents/documents.ts'
import type { contract } from './contract.ts'
import { type FileText, readFileText, requireText } from './files/file-text.ts'
import { refuse } from './files/refusals.ts'
import { type Checked, examine } from './judging.ts'
import { daysKept, mostAnHour, mostBytes, mostKept } from './rules/words.ts'
import { deleteCheck, type Findings, sealPart } from './stored.ts'

const HOUR = 3_600_000
const LONGEST_TITLE = 60

/** Checks a report and keeps the result for its owner. The audit log says how much was found, never a word of the text. */
export async function checkReport(ctx: Ctx, input: ParsedOf<typeof contract.check>): Promise<{ id: string }> {
  const owner = ctx.actor.personId ?? fail(401, '请先登录，再核报告')
  await requireRoom(ctx)
  const file = await textOf(ctx, input)
  const checked = await examine(ctx, file.text, file.source, input.year)
  const id = uuidv7()
  const title = input.title || file.name || titleOf(file.text)
  await store(ctx, { id, owner, title, file, checked })
  const numbers = `数字 ${checked.claims.length} 处、格式问题 ${checked.defects.length} 处`
  ctx.audit = { line: 'report-check', recordId: id, reason: `核报告一份（${checked.year ?? '年份不明'}）：${numbers}` }
  return { id }
}

export async function removeCheck(ctx: Ctx, id: string): Promise<{ id: string }> {
  await deleteCheck(ctx, id)
  ctx.audit = { line: 'report-check', recordId: id, reason: '删除核验' }
  return { id }
}

/** @throws Failure 429 when somebody keeps or asks for too many */
async function requireRoom(ctx: Ctx): Promise<void> {
  const since = addMilliseconds(ctx.now, -HOUR)
  const { kept, fresh } = await ctx.tx
    .selectFrom('report_checks')
    .select(({ fn }) => [
      fn.countAll<number>().as('kept'),
      fn.countAll<number>().filterWhere('created_at', '>', since).as('fresh'),
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .executeTakeFirstOrThrow()
  if (kept >= mostKept) fail(429, `您已经留了 ${mostKept} 份核验，请先删掉不用的，再核新的`)
  if (fresh >= mostAnHour) fail(429, `一小时最多核 ${mostAnHour} 份，请过一会儿再核`)
}

type Given = FileText & { name: string }

async function textOf(ctx: Ctx, { text, documentId }: ParsedOf<typeof contract.check>): Promise<Given> {
  if (documentId !== undefined) return readUpload(ctx, documentId)
  return { text: requireText(text ?? ''), source: 'text', pages: null, name: '' }
}

/** Reads what the actor has just uploaded and puts it away: the text is kept with the check, the file nowhere. */
async function readUpload(ctx: Ctx, id: string): Promise<Given> {
  const document = await getDocument(ctx, id)
  if (document.uploaderId !== ctx.actor.personId || document.recordId !== null)
    fail(404, '没有找到这个文件，请重新上传')
  if (document.bytes > mostBytes) refuse.size()
  const read = await readFileText(document.name, await buffer(await contentOf(ctx.house, document)))
  await removeDocument(ctx, id, '')
  ctx.afterCommit.push(() => ctx.house.files.remove(document.storedAs))
  return { ...read, name: document.name.replace(/\.[^.]+$/, '') }
}

/** What a text calls itself: its first lines up to the first heading, without spaces and page marks. */
export function titleOf(text: string): string {
  const first = text.split('\n').find((line) => /[一-龥]{2}/.test(line)) ?? ''
  const title = first.replace(/\s+/g, '').slice(0, LONGEST_TITLE)
  return title === '' ? '没有标题的文字' : title
}

type Stored = { id: string; owner: string; title: string; file: Given; checked: Checked }

async function store(ctx: Ctx, { id, owner, title, file, checked }: Stored): Promise<void> {
  const { year, claims, defects } = checked
  const findings: Findings = { claims, defects }
  const of = (verdict: Findings['claims'][number]['verdict']) =>
    claims.filter((claim) => claim.verdict === verdict).length
  await ctx.tx
    .insertInto('report_checks')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      owner_id: owner,
      org_path: ctx.actor.orgPath,
      year,
      source: file.source,
      pages: file.pages,
      title_sealed: sealPart(ctx, 'title', id, title),
      text_sealed: sealPart(ctx, 'text', id, file.text),
      findings_sealed: sealPart(ctx, 'findings', id, JSON.stringify(findings)),
      agrees: of('agrees'),
      differs: of('differs'),
      targets: of('target'),
      unrecorded: of('not in our records'),
      defects: defects.length,
      created_at: ctx.now,
      kept_until: addDays(ctx.today, daysKept),
    })
    .execute()
}
