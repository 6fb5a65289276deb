import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '../access/actor.ts'
import { Failure, fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import {
  contentOf,
  type DocumentCard,
  type FoundDocument,
  getDocument,
  receiveDocument,
  recordDocument,
  requireRoom,
} from './documents.ts'
import { kinds } from './kinds.ts'
import { splitName } from './names.ts'
import { toPdf } from './official/pdf.ts'
import { auditDocument, within } from './within.ts'

/**
 * A Word file written by the house, as PDF: a new file of the actor's own. No transaction is open while it is converted, which takes seconds.
 * @param id of a generated Word file that the actor may see
 * @throws Failure 404 as `getDocument`, 422 for any other kind of file, 429 as `requireRoom`, 500 when it cannot be converted, 501 without LibreOffice,
 * 503 as `toPdf`
 */
export async function copyAsPdf(house: House, actor: Actor, id: string, ip: string): Promise<DocumentCard> {
  const word = await within(house, actor, (ctx) => getWord(ctx, id))
  const pdf = await converted(await buffer(await contentOf(house, word)))
  const received = await receiveDocument(house, `${splitName(word.name).stem}.pdf`, Readable.from([pdf]))
  try {
    return await within(house, actor, async (ctx) => {
      const card = await recordDocument(ctx, received, 'generated')
      await auditDocument(ctx, 'documents.pdf', word, ip)
      return card
    })
  } catch (error) {
    await house.files.remove(received.storedAs)
    throw error
  }
}

/** What people hand in is not opened on the server: only what the house wrote itself. */
async function getWord(ctx: Ctx, id: string): Promise<FoundDocument> {
  const found = await getDocument(ctx, id)
  if (found.purpose !== 'generated' || found.mediaType !== kinds.docx.mediaType)
    fail(422, '只有系统写的 Word 文件能转成 PDF，请从原来的页面导出 Word 后再转')
  await requireRoom(ctx)
  return found
}

async function converted(docx: Buffer): Promise<Buffer> {
  const pdf = await toPdf(docx).catch((error: unknown) => {
    if (error instanceof Failure) throw error
    const failure = new Failure(500, '这份文件没有转成 PDF，请先下载 Word，再另存为 PDF')
    failure.cause = error
    throw failure
  })
  return pdf ?? fail(501, '这台服务器没有装 LibreOffice，做不了 PDF，请下载 Word 再另存为 PDF')
}
