import { Readable } from 'node:stream'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { receiveDocument, recordDocument } from '../../kernel/documents/documents.ts'
import type { OfficialDocument } from '../../kernel/documents/official/types.ts'
import { writeOfficial } from '../../kernel/documents/official/write.ts'
import type { contract } from './contract.ts'
import { readPaper } from './papers.ts'

type Paper = OutputOf<typeof contract.paper>

/** A paper of a founding as a Word file, in the words it was issued in. @throws Failure 404 */
export async function savePaper(
  ctx: Ctx,
  input: { id: string; paperId: string },
): Promise<OutputOf<typeof contract.savePaper>> {
  const paper = await readPaper(ctx, input)
  const file = await writeOfficial(officialOf(paper))
  const received = await receiveDocument(ctx.house, `${paper.title}.docx`, Readable.from([file]))
  const { id, name } = await recordDocument(ctx, received, 'generated')
  ctx.audit = { line: 'organising', recordId: input.id, reason: `文书存为 Word：${paper.title}` }
  return { documentId: id, name }
}

/** Its items carry their numbers in the text already. */
const officialOf = ({ title, number, addressee, paragraphs, issuer, issuedOn }: Paper): OfficialDocument => ({
  title,
  ...(number && { number }),
  ...(addressee && { addressee }),
  blocks: paragraphs.map((text) => ({ level: 0, runs: [{ text }] })),
  annexes: [],
  issuer,
  issuedOn,
})
