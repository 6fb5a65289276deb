import { buffer } from 'node:stream/consumers'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../kernel/access/actor.ts'
import { addDays, addMilliseconds } from '../../kernel/calendar/days.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { contentOf, getDocument, removeDocument } from '../../kernel/documents/documents.ts'
import { preparedBy, reading } from '../../kernel/http/ahead.ts'
import type { contract } from './contract.ts'
import { type Asked, type Examined, examine } from './examine/examine.ts'
import { recordsFor } from './figures.ts'
import { requireText } from './files/file-text.ts'
import { refuse } from './files/refusals.ts'
import { daysKept, mostAnHour, mostBytes, mostKept } from './rules/words.ts'
import { deleteCheck, type Findings, sealPart } from './stored.ts'

const HOUR = 3_600_000
const LONGEST_TITLE = 60

type Input = ParsedOf<typeof contract.check>
/** What was found, and the name of the file it was found in. */
type Prepared = Examined & { name: string }

/** Checks a report and keeps the result for its owner. The audit log says how much was found, never a word of the text. */
export const checkReport = preparedBy(examineGiven, async (ctx: Ctx, input: Input, { file, checked, name }) => {
  const owner = await requireRoom(ctx)
  if (input.documentId !== undefined) await putAway(ctx, input.documentId)
  const id = uuidv7()
  const title = input.title || name || titleOf(file.text)
  await store(ctx, { id, owner, title, file, checked })
  const numbers = `数字 ${checked.claims.length} 处、格式问题 ${checked.defects.length} 处`
  ctx.audit = { line: 'report-check', recordId: id, reason: `核报告一份（${checked.year ?? '年份不明'}）：${numbers}` }
  return { id }
})

async function examineGiven(house: House, actor: Actor, input: Input): Promise<Prepared> {
  const { report, name } = await reading(house, actor, async (ctx) => {
    await requireRoom(ctx)
    return givenBy(ctx, input)
  })
  const records = (year: number) => reading(house, actor, (ctx) => recordsFor(ctx, year))
  return { ...(await examine({ report, year: input.year, recordsFor: records })), name }
}

export async function removeCheck(ctx: Ctx, id: string): Promise<{ id: string }> {
  await deleteCheck(ctx, id)
  ctx.audit = { line: 'report-check', recordId: id, reason: '删除核验' }
  return { id }
}

/** @returns whose the check will be @throws Failure 401 for nobody, 429 when somebody keeps or asks for too many */
async function requireRoom(ctx: Ctx): Promise<string> {
  const owner = ctx.actor.personId ?? fail(401, '请先登录，再核报告')
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
  return owner
}

type Given = { report: Asked['report']; name: string }

async function givenBy(ctx: Ctx, { text, documentId }: Input): Promise<Given> {
  if (documentId === undefined)
    return { report: { text: requireText(text ?? ''), source: 'text', pages: null }, name: '' }
  const document = await takeUpload(ctx, documentId)
  if (document.bytes > mostBytes) refuse.size()
  const bytes = await buffer(await contentOf(ctx.house, document))
  return { report: { name: document.name, bytes }, name: document.name.replace(/\.[^.]+$/, '') }
}

/** What the actor has just uploaded and used nowhere yet. */
async function takeUpload(ctx: Ctx, id: string) {
  const document = await getDocument(ctx, id)
  if (document.uploaderId !== ctx.actor.personId || document.recordId !== null)
    fail(404, '没有找到这个文件，请重新上传')
  return document
}

/** The text is kept with the check, the file nowhere. */
async function putAway(ctx: Ctx, id: string): Promise<void> {
  const document = await takeUpload(ctx, id)
  await removeDocument(ctx, id, '')
  ctx.afterCommit.push(() => ctx.house.files.remove(document.storedAs))
}

/** What a text calls itself: its first line in Chinese, without spaces and what cannot be seen. */
function titleOf(text: string): string {
  const title =
    text
      .split(/[\n\r\f]/)
      .map(visible)
      .find((line) => /[一-龥]{2}/.test(line)) ?? '没有标题的文字'
  return [...title].slice(0, LONGEST_TITLE).join('')
}

const visible = (line: string): string => line.toWellFormed().replace(/[\s\p{Cc}\ufffd]+/gu, '')

type Stored = { id: string; owner: string; title: string } & Examined

async function store(ctx: Ctx, { id, owner, title, file, checked }: Stored): Promise<void> {
  const { year, claims, defects, headings, body } = checked
  const findings: Findings = { body, claims, defects, headings }
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
