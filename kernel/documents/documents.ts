import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../access/actor.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import type { Saved } from './store.ts'

export type Purpose = 'attachment' | 'evidence' | 'generated'

/** Files of one matter, and files of one person that wait to be handed in. */
export const mostPerRecord = 20
export const mostWaiting = 60

/** A document as lists show it. */
export type DocumentCard = { id: string; name: string; mediaType: string; bytes: number }
export type ListedDocument = DocumentCard & {
  purpose: Purpose
  /** SHA-256 of the content, hex: what an evidence list quotes. */
  digest: string
  uploaderId: string
  workerMaySee: boolean
  attachedAt: string
}
export type FoundDocument = DocumentCard & {
  purpose: Purpose
  line: string | null
  recordId: string | null
  uploaderId: string
  storedAs: string
}
export type Received = Saved & { id: string }

const nameContext = (id: string) => `documents.name:${id}`
const contentContext = (federationId: string, id: string) => `documents.content:${federationId}:${id}`

/**
 * Takes in a file before any transaction is open: a slow phone must not hold a database connection. To be followed by `recordDocument`, or by
 * `house.files.remove(received.storedAs)` when that fails. @throws Failure as `FileStore.save` does
 */
export async function receiveDocument(house: House, name: string, content: Readable): Promise<Received> {
  const id = uuidv7()
  const saved = await house.files.save(content, { name, context: contentContext(house.federationId, id) })
  return { id, ...saved }
}

/**
 * Enters a received file as the actor's own; it belongs to no matter yet.
 * @throws Failure 401 when nobody is signed in and there is no receipt; 429 when too many files wait to be handed in
 */
export async function recordDocument(ctx: Ctx, received: Received, purpose: Purpose): Promise<DocumentCard> {
  await requireRoom(ctx)
  const { id, name, mediaType, bytes, digest, storedAs } = received
  await ctx.tx
    .insertInto('documents')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      uploader_id: personOf(ctx.actor),
      name_sealed: ctx.house.sealer.seal(name, nameContext(id)),
      media_type: mediaType,
      bytes,
      digest,
      stored_as: storedAs,
      purpose,
      created_at: ctx.now,
    })
    .execute()
  return { id, name, mediaType, bytes }
}

/** @throws Failure 401 without a person; 429 when too many of the person's files wait to be handed in */
export async function requireRoom(ctx: Ctx): Promise<void> {
  const waiting = await ctx.tx
    .selectFrom('documents')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('uploader_id', '=', personOf(ctx.actor))
    .where('record_id', 'is', null)
    .where('removed_at', 'is', null)
    .limit(mostWaiting)
    .execute()
  if (waiting.length >= mostWaiting) fail(429, '您还有很多文件没有提交，请先提交已经上传的，再接着传')
}

const personOf = (actor: Actor): string => actor.personId ?? fail(401, '请先登录，再上传文件')

/**
 * Takes in and enters a file within an action, for what the house writes itself. What a person sends goes through the route, which receives it before
 * the transaction. @throws Failure as `receiveDocument` and `recordDocument` do
 */
export async function uploadDocument(
  ctx: Ctx,
  file: { name: string; purpose?: Purpose } & ({ bytes: Uint8Array } | { stream: Readable }),
): Promise<DocumentCard> {
  const content = 'stream' in file ? file.stream : Readable.from([file.bytes])
  const received = await receiveDocument(ctx.house, file.name, content)
  try {
    return await recordDocument(ctx, received, file.purpose ?? 'generated')
  } catch (error) {
    await ctx.house.files.remove(received.storedAs)
    throw error
  }
}

export type Attachment = { line: string; recordId: string; ids: readonly string[]; workerMaySee?: boolean }

/**
 * Hands the actor's own waiting files in with a matter that the actor sees; all of them or none.
 * @param attachment.workerMaySee whether the one who raised the matter sees them when an officer adds them; default no
 * @throws Failure 404 when a file is not there, not the actor's, or handed in already; 422 beyond 20 files of one matter
 */
export async function attachDocuments(ctx: Ctx, attachment: Attachment): Promise<void> {
  const ids = [...new Set(attachment.ids)]
  if (ids.length === 0) return
  const present = await listDocuments(ctx, attachment.recordId)
  const free = Math.max(0, mostPerRecord - present.length)
  if (ids.length > free) fail(422, `一件事最多放 ${mostPerRecord} 个文件，还能放 ${free} 个，请去掉不必要的`)
  const attached = await ctx.tx
    .updateTable('documents')
    .set({
      line: attachment.line,
      record_id: attachment.recordId,
      worker_may_see: attachment.workerMaySee ?? false,
      attached_at: ctx.now,
    })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', ids)
    .where('uploader_id', '=', personOf(ctx.actor))
    .where('record_id', 'is', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute()
  if (attached.length !== ids.length) fail(404, '有文件没有找到或已经提交过，请重新上传后再提交')
}

/** The files of one matter that the actor may see, in the order in which they came. */
export async function listDocuments(ctx: Ctx, recordId: string): Promise<ListedDocument[]> {
  const rows = await ctx.tx
    .selectFrom('documents')
    .select([
      'id',
      'name_sealed',
      'media_type',
      'bytes',
      'digest',
      'purpose',
      'uploader_id',
      'worker_may_see',
      'attached_at',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .orderBy('attached_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: ctx.house.sealer.open(row.name_sealed, nameContext(row.id)),
    mediaType: row.media_type,
    bytes: row.bytes,
    digest: row.digest,
    purpose: row.purpose,
    uploaderId: row.uploader_id,
    workerMaySee: row.worker_may_see,
    attachedAt: row.attached_at as string, // every row with a record has one: documents_attached
  }))
}

/** One document that the actor may see. @throws Failure 404 when it is not there, removed, or not for this person to know of */
export async function getDocument(ctx: Ctx, id: string): Promise<FoundDocument> {
  const row = await ctx.tx
    .selectFrom('documents')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) fail(404, '没有找到这个文件，可能已被移除，请从原来的页面重新打开')
  return {
    id: row.id,
    name: ctx.house.sealer.open(row.name_sealed, nameContext(row.id)),
    mediaType: row.media_type,
    bytes: row.bytes,
    purpose: row.purpose,
    line: row.line,
    recordId: row.record_id,
    uploaderId: row.uploader_id,
    storedAs: row.stored_as,
  }
}

/** The content of a document found before, for use after the transaction has ended. @throws Failure as `FileStore.open` does */
export const contentOf = (house: House, document: Pick<FoundDocument, 'id' | 'storedAs'>): Promise<Readable> =>
  house.files.open(document.storedAs, contentContext(house.federationId, document.id))

/**
 * One document with its content, for a handler that reads it in. Writes no audit line: the action does, and the route does for a reader.
 * @throws Failure 404 as `getDocument`, 500 as `FileStore.open`
 */
export async function openDocument(ctx: Ctx, id: string): Promise<DocumentCard & { stream: Readable }> {
  const found = await getDocument(ctx, id)
  const { name, mediaType, bytes } = found
  return { id, name, mediaType, bytes, stream: await contentOf(ctx.house, found) }
}

/**
 * Puts a document out of sight; its content stays until its retention ends. The uploader may do it, and officers who work on the matter.
 * @throws Failure 404 out of sight, 403 somebody else's, 422 no reason though it was handed in
 */
export async function removeDocument(ctx: Ctx, id: string, reason: string): Promise<void> {
  const document = await getDocument(ctx, id)
  const isOwn = document.uploaderId === ctx.actor.personId
  if (!isOwn && !isOfficer(ctx.actor)) fail(403, '这个文件不是您上传的，要移除请联系承办单位')
  if (document.recordId && !reason.trim()) fail(422, '请写明移除这个文件的原因')
  const removed = await ctx.tx
    .updateTable('documents')
    .set({ removed_at: ctx.now, removed_by: personOf(ctx.actor), removed_reason: reason.trim() })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows !== 1n) fail(403, '这个文件不在您的办理范围内，要移除请联系承办单位')
}

/** Everybody but the workers themselves: their looks into other people's papers leave a trace. */
export const isOfficer = (actor: Actor): boolean =>
  actor.role !== 'worker' && actor.role !== 'visitor' && actor.role !== 'system'
