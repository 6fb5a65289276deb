import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { uploadDocument } from '../../kernel/documents/documents.ts'
import { writeOfficial } from '../../kernel/documents/official/write.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { officialOf } from './official.ts'
import { getReport, type Row } from './report.ts'

/** A report as a Word file of the actor's own, to be fetched at `/api/documents/:id`. */
export async function download(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.download>> {
  const row = await getReport(ctx, id)
  const bytes = await writeOfficial(await officialOf(ctx, row))
  const { id: documentId, name } = await uploadDocument(ctx, { name: fileName(row), bytes })
  ctx.audit = { line: caseLine.slug, recordId: id, reason: `下载 Word，${stageOf(row)}` }
  return { documentId, name }
}

const stageOf = ({ edition, state }: Pick<Row, 'edition' | 'state'>): string =>
  state === 'published' ? `第${edition}版` : '草稿'
/** Marks that a disk does not take become spaces, and a long title is cut before what tells the editions apart would be. */
export const fileName = (row: Pick<Row, 'title' | 'edition' | 'state'>): string => {
  const title = row.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()
  return `${[...title].slice(0, 60).join('')}（${stageOf(row)}）.docx`
}
