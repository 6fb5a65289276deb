import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { administrators } from '../access/roles.ts'
import { shapes } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import { parseInput } from '../http/input.ts'
import {
  contentOf,
  type DocumentCard,
  type FoundDocument,
  getDocument,
  isOfficer,
  receiveDocument,
  recordDocument,
  requireRoom,
} from './documents.ts'
import { dispositionOf } from './names.ts'
import { copyAsPdf } from './pdf-copy.ts'
import { refuseSize } from './store.ts'
import { auditDocument, within } from './within.ts'

export type FindActor = (request: FastifyRequest) => Promise<Actor>

const UploadQuery = z.object({ purpose: z.enum(['attachment', 'evidence']).default('attachment') })
const OpenParams = z.object({ id: shapes.id })
const OpenQuery = z.object({ inline: z.enum(['0', '1']).default('0') })

// What surrounds one file in a multipart message: boundaries, headers, a few fields.
const ENVELOPE = 64 * 1024
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox`

/**
 * `POST /api/documents?purpose=attachment|evidence`: multipart, one file; answers 201 with `{ id, name, mediaType, bytes }`, and the file waits for
 * `attachDocuments`. `GET /api/documents/:id[?inline=1]`: the content, to be saved; pictures and PDF may be shown. `POST /api/documents/:id/pdf`: a Word
 * file of the house as PDF; answers as an upload does.
 * @param findActor who asks: a person signed in, or the principal of an anonymous receipt
 */
export const documentRoutes =
  (house: House, findActor: FindActor): FastifyPluginAsync =>
  async (app: FastifyInstance) => {
    await app.register(multipart, {
      // One byte more than allowed, so that the store sees the excess and says so.
      limits: { files: 1, fields: 4, parts: 5, fieldSize: 1024, headerPairs: 20, fileSize: house.files.maxBytes + 1 },
      throwFileSizeLimit: false,
    })
    app.post('/api/documents', async (request, reply) => {
      const actor = await findActor(request)
      const { purpose } = parseInput(UploadQuery, request.query) as z.output<typeof UploadQuery>
      const card = await upload(house, actor, purpose, request)
      return reply.code(201).send(card)
    })
    app.get('/api/documents/:id', { exposeHeadRoute: false }, async (request, reply) => {
      const actor = await findActor(request)
      const { id } = parseInput(OpenParams, request.params) as z.output<typeof OpenParams>
      const { inline } = parseInput(OpenQuery, request.query) as z.output<typeof OpenQuery>
      const found = await within(house, actor, (ctx) => openForReader(ctx, id, request.ip))
      return sendContent(house, reply, found, inline === '1')
    })
    app.post('/api/documents/:id/pdf', async (request, reply) => {
      const actor = await findActor(request)
      const { id } = parseInput(OpenParams, request.params) as z.output<typeof OpenParams>
      return reply.code(201).send(await copyAsPdf(house, actor, id, request.ip))
    })
  }

async function upload(
  house: House,
  actor: Actor,
  purpose: 'attachment' | 'evidence',
  request: FastifyRequest,
): Promise<DocumentCard> {
  if (administrators.includes(actor.role)) fail(403, '管理员不办业务，请换成办理业务的身份再上传')
  if (Number(request.headers['content-length'] ?? 0) > house.files.maxBytes + ENVELOPE) refuseSize(house.files.maxBytes)
  await within(house, actor, requireRoom)
  const part = await filePart(request)
  const received = await receiveDocument(house, part.filename ?? '', part.file).catch((error: unknown) => {
    request.raw.resume() // the sender hears the refusal only once what is under way has been read
    throw error
  })
  try {
    return await within(house, actor, async (ctx) => {
      const card = await recordDocument(ctx, received, purpose)
      await auditDocument(ctx, 'documents.upload', { ...received, line: null, recordId: null }, request.ip)
      return card
    })
  } catch (error) {
    await house.files.remove(received.storedAs)
    throw error
  }
}

async function filePart(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) fail(415, '请用表单（multipart/form-data）上传文件')
  const part = await request.file().catch((error: unknown) => {
    request.log.info({ err: error }, 'upload could not be read')
    return fail(400, '上传中断了，请再试一次')
  })
  return part ?? fail(400, '没有收到文件，请重新选择')
}

async function openForReader(ctx: Ctx, id: string, ip: string): Promise<FoundDocument> {
  const found = await getDocument(ctx, id)
  if (isOfficer(ctx.actor) && found.purpose !== 'generated') await auditDocument(ctx, 'documents.open', found, ip)
  return found
}

async function sendContent(
  house: House,
  reply: FastifyReply,
  document: FoundDocument,
  wantsInline: boolean,
): Promise<FastifyReply> {
  const isShowable = document.mediaType === 'application/pdf' || document.mediaType.startsWith('image/')
  const isInline = wantsInline && isShowable
  const content = await contentOf(house, document)
  return reply
    .header('content-type', document.mediaType)
    .header('content-length', document.bytes)
    .header('content-disposition', dispositionOf(document.name, isInline))
    .header('content-security-policy', POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(content)
}
