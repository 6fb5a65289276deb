import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { uploadDocument } from '../../kernel/documents/documents.ts'
import { toPdf } from '../../kernel/documents/official/pdf.ts'
import { writeOfficial } from '../../kernel/documents/official/write.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { officialOf } from './official.ts'
import { getReport, type Row } from './report.ts'

/** A report as a file of the actor's own, to be fetched at `/api/documents/:id`. @throws Failure 501 when this server cannot make a PDF */
export async function download(
  ctx: Ctx,
  { id, format }: ParsedOf<typeof contract.download>,
): Promise<OutputOf<typeof contract.download>> {
  const row = await getReport(ctx, id)
  const docx = await writeOfficial(await officialOf(ctx, row))
  const bytes =
    format === 'docx'
      ? docx
      : ((await toPdf(docx)) ?? fail(501, '这台服务器没有装 LibreOffice，做不了 PDF，请下载 Word 再另存为 PDF'))
  const { id: documentId, name } = await uploadDocument(ctx, { name: fileName(row, format), bytes })
  ctx.audit = { line: caseLine.slug, recordId: id, reason: `下载 ${format === 'docx' ? 'Word' : 'PDF'}` }
  return { documentId, name }
}

const fileName = ({ title, edition, state }: Row, format: string): string =>
  `${title}（${state === 'published' ? `第${edition}版` : '草稿'}）.${format}`
