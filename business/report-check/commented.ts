import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { uploadDocument } from '../../kernel/documents/documents.ts'
import { writeCommented } from '../../kernel/documents/official/commented.ts'
import type { contract } from './contract.ts'
import { sheetsWith } from './queries.ts'
import { defectKinds, verdicts } from './rules/words.ts'
import { type Findings, openCheck } from './stored.ts'

/** The text as a Word document with what was found in its margin; the actor's own file, gone when it is swept. */
export async function exportCommented(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.exportCommented>> {
  const { title, text, findings } = await openCheck(ctx, id)
  const remarks = remarksOf(findings)
  const paragraphs = sheetsWith(text, findings).map((sheet) => ({
    text: sheet.text,
    comments: sheet.marks.flatMap(({ from, to, finding }) => {
      const remark = remarks[finding]
      return remark === undefined ? [] : [{ from, to, text: remark }]
    }),
  }))
  const bytes = await writeCommented({ title, paragraphs, stampedAt: ctx.now })
  const document = await uploadDocument(ctx, { name: `数据核验批注_${ctx.today}.docx`, bytes })
  ctx.audit = { line: 'report-check', recordId: id, reason: '导出核验批注' }
  return { documentId: document.id, name: document.name }
}

/** One remark a finding, claims first. Agreement is said in a word, so that whoever reads on paper sees what was looked at. */
function remarksOf({ claims, defects }: Findings): string[] {
  return [
    ...claims.map(({ verdict, why }) => (verdict === 'agrees' ? verdicts.agrees : `${verdicts[verdict]}：${why}`)),
    ...defects.map(({ kind, words }) => `${defectKinds[kind]}：${words}`),
  ]
}
