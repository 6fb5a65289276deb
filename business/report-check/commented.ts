import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Actor } from '../../kernel/access/actor.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { uploadDocument } from '../../kernel/documents/documents.ts'
import type { CommentedDocument } from '../../kernel/documents/official/types.ts'
import { preparedBy, reading } from '../../kernel/http/ahead.ts'
import type { contract } from './contract.ts'
import { sheetsWith } from './queries.ts'
import { defectKinds, verdicts } from './rules/words.ts'
import { type Findings, openCheck } from './stored.ts'

type Input = ParsedOf<typeof contract.exportCommented>

/** The text as a Word document with what was found in its margin; the actor's own file, gone when it is swept. */
export const exportCommented = preparedBy(write, async (ctx: Ctx, { id }: Input, bytes) => {
  const document = await uploadDocument(ctx, { name: `数据核验批注_${ctx.today}.docx`, bytes })
  ctx.audit = { line: 'report-check', recordId: id, reason: '导出核验批注' }
  return { documentId: document.id, name: document.name }
})

async function write(house: House, actor: Actor, { id }: Input): Promise<Uint8Array> {
  const { title, text, findings } = await reading(house, actor, (ctx) => openCheck(ctx, id))
  const remarks = remarksOf(findings)
  const paragraphs = sheetsWith(text, findings).map((sheet) => ({
    text: sheet.text,
    comments: sheet.marks.flatMap(({ from, to, finding }) => {
      const remark = remarks[finding]
      return remark === undefined ? [] : [{ from, to, text: remark }]
    }),
  }))
  return written({ title, paragraphs, stampedAt: house.clock() })
}

/** In a thread of its own: thousands of remarks take seconds, and the server goes on answering meanwhile. */
async function written(document: CommentedDocument): Promise<Uint8Array> {
  const worker = new Worker(new URL('./commented-thread.ts', import.meta.url), { workerData: document })
  const [bytes] = await once(worker, 'message')
  return bytes as Uint8Array
}

/** One remark a finding, claims first. Agreement is said in a word, so that whoever reads on paper sees what was looked at. */
function remarksOf({ claims, defects }: Findings): string[] {
  return [
    ...claims.map(({ verdict, why }) => (verdict === 'agrees' ? verdicts.agrees : `${verdicts[verdict]}：${why}`)),
    ...defects.map(({ kind, words }) => `${defectKinds[kind]}：${words}`),
  ]
}
