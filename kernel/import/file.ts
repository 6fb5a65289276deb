import { fail } from '../contract/errors.ts'
import type { House } from '../ctx.ts'
import { contentOf } from '../documents/documents.ts'

type Kept = { document_id: string; stored_as: string; file_gone_at: string | null }

/** The sender's file in memory of its own, so that it can be handed to a thread whole. @throws Failure 409 when it has been removed, 500 damaged */
export async function fileOf(house: House, kept: Kept): Promise<Uint8Array<ArrayBuffer>> {
  if (kept.file_gone_at !== null) fail(409, '表格文件已过保存期被清除，请重新上传')
  const pieces: Buffer[] = []
  for await (const piece of await contentOf(house, { id: kept.document_id, storedAs: kept.stored_as }))
    pieces.push(piece as Buffer)
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}

export const nameContext = (importId: string): string => `imports.name:${importId}`
export const lookContext = (importId: string): string => `imports.look:${importId}`
