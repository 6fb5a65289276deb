import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { Failure } from '../contract/errors.ts'
import { asOwner } from '../db/database.ts'
import { attachDocuments, removeDocument } from './documents.ts'
import { documentRoutes } from './routes.ts'
import { samples } from './sample-files.ts'
import { matters, openRoom, people } from './test-room.ts'

let room: Awaited<ReturnType<typeof openRoom>>
let app: FastifyInstance
let port: number

beforeAll(async () => {
  room = await openRoom()
  app = fastify()
  app.setErrorHandler((error, _request, reply) => {
    const failure = error instanceof Failure ? error : new Failure(500, 'unexpected')
    return reply
      .code(failure.status)
      .send({ error: { status: failure.status, message: failure.message, details: failure.details } })
  })
  await app.register(
    documentRoutes(
      room.house,
      async (request) => people[String(request.headers['x-test-actor'] ?? 'nobody') as keyof typeof people],
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as { port: number }).port
})
afterAll(async () => {
  await app.close()
  await room.close()
})
beforeEach(() => asOwner(room.db, (tx) => tx.deleteFrom('documents').execute()))

type Who = keyof typeof people
const form = (name: string, content: Uint8Array) => {
  const body = new FormData()
  body.append('file', new File([Buffer.from(content)], name))
  return body
}
const post = (who: Who, name: string, content: Uint8Array, query = '') =>
  fetch(`http://127.0.0.1:${port}/api/documents${query}`, {
    method: 'POST',
    headers: { 'x-test-actor': who },
    body: form(name, content),
  })
const get = (who: Who, id: string, query = '') =>
  fetch(`http://127.0.0.1:${port}/api/documents/${id}${query}`, { headers: { 'x-test-actor': who } })
const uploaded = async (who: Who, name: string, content: Uint8Array): Promise<string> => {
  const answer = await post(who, name, content)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}
const attach = (who: Actor, id: string) =>
  room.act(who, (ctx) => attachDocuments(ctx, { line: 'appeals', recordId: matters.worker, ids: [id] }))
const audited = (action: string) =>
  room.db.owner.selectFrom('audit_log').selectAll().where('action', '=', action).execute()

describe('POST /api/documents', () => {
  it('takes a file of a worker and of an anonymous visitor with a receipt, and no other visitor’s', async () => {
    const answer = await post('worker', '工资条 3月.png', samples.png, '?purpose=evidence')
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      id: expect.any(String),
      name: '工资条 3月.png',
      mediaType: 'image/png',
      bytes: samples.png.length,
    })
    expect((await room.db.owner.selectFrom('documents').select('purpose').executeTakeFirstOrThrow()).purpose).toBe(
      'evidence',
    )
    expect((await post('anonymous', 'a.png', samples.png)).status).toBe(201)
    expect((await post('nobody', 'a.png', samples.png)).status).toBe(401)
    expect((await post('administrator', 'a.png', samples.png)).status).toBe(403)
    expect((await post('worker', 'a.png', samples.png, '?purpose=generated')).status).toBe(400)
  })

  it('leaves an audit line that names neither the file nor its content', async () => {
    const id = await uploaded('worker', '张三病历.png', samples.png)
    const lines = await audited('documents.upload')
    expect(lines.some((line) => line.reason === `文件 ${id}`)).toBe(true)
    expect(JSON.stringify(lines)).not.toContain('病历')
  })

  it.each([
    ['../../../etc/passwd.png', 'passwd.png'],
    [`${'证'.repeat(300)}.png`, `${'证'.repeat(76)}.png`],
    ['a"b\\c.png', 'c.png'],
    ['没有后缀', '没有后缀.png'],
  ])('gives the name %j back as it may be used', async (sent, kept) => {
    expect(await (await post('worker', sent, samples.png)).json()).toMatchObject({ name: kept })
  })

  it('refuses a lie with 415 and leaves neither a row nor a file', async () => {
    const before = room.filesOnDisk()
    const answer = await post('worker', '合同.pdf', samples.docx)
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({ error: { status: 415, message: expect.stringContaining('另存') } })
    expect(room.filesOnDisk()).toBe(before)
    expect(await room.db.owner.selectFrom('documents').select('id').execute()).toEqual([])
  })

  it('refuses what is no form, a form without a file, and a broken form', async () => {
    const headers = { 'x-test-actor': 'worker' }
    const send = (type: string, payload: string) =>
      app.inject({ method: 'POST', url: '/api/documents', headers: { ...headers, 'content-type': type }, payload })
    expect((await send('application/json', '{}')).statusCode).toBe(415)
    expect(
      (
        await send(
          'multipart/form-data; boundary=x',
          '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
        )
      ).statusCode,
    ).toBe(400)
    expect((await send('multipart/form-data', 'x')).statusCode).toBe(400)
    const cut = await send(
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="a"; filename="a.txt"\r\n\r\nhalf a sen',
    )
    expect(cut.statusCode).toBe(400)
    expect(cut.json()).toMatchObject({ error: { message: '上传中断了，请再试一次' } })
  })

  it('refuses a hundred megabytes, announced or not, and leaves nothing on the disk', async () => {
    const before = room.filesOnDisk()
    for (const isAnnounced of [true, false]) {
      const { status, sentence } = await postHundredMegabytes(isAnnounced)
      expect(status).toBe(413)
      expect(sentence).toContain('20 MB')
    }
    expect(room.filesOnDisk()).toBe(before)
    expect((await post('worker', 'a.png', samples.png)).status).toBe(201)
  })

  it('leaves nothing on the disk when the phone loses its network', async () => {
    const before = room.filesOnDisk()
    const socket = connect(port, '127.0.0.1')
    const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    socket.write(
      `POST /api/documents HTTP/1.1\r\nhost: a\r\nx-test-actor: worker\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n${start}`,
    )
    socket.write(Buffer.concat([samples.jpg, Buffer.alloc(300_000, 1)]))
    await expect.poll(() => room.filesOnDisk()).toBe(before + 1)
    socket.destroy()
    await expect.poll(() => room.filesOnDisk()).toBe(before)
    expect(await room.db.owner.selectFrom('documents').select('id').execute()).toEqual([])
  })
})

const linkOf = (fd: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

/** Sends as a browser does; `isAnnounced` says whether the length is known beforehand. */
function postHundredMegabytes(isAnnounced: boolean): Promise<{ status: number; sentence: string }> {
  const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
  const chunk = Buffer.alloc(1024 * 1024, 1)
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      {
        port,
        method: 'POST',
        path: '/api/documents',
        headers: {
          'x-test-actor': 'worker',
          'content-type': 'multipart/form-data; boundary=x',
          ...(isAnnounced ? { 'content-length': head.length + samples.jpg.length + 100 * chunk.length } : {}),
        },
      },
      async (answer) => {
        let text = ''
        for await (const part of answer) text += part
        resolve({ status: answer.statusCode ?? 0, sentence: text })
        sending.destroy()
      },
    )
    sending.on('error', reject)
    sending.write(Buffer.concat([head, samples.jpg]))
    let sent = 0
    const more = () => {
      while (sent < 100) {
        sent += 1
        if (!sending.write(chunk)) return void sending.once('drain', more)
      }
      sending.end()
    }
    more()
  })
}

describe('GET /api/documents/:id', () => {
  it('gives the content to be saved, under its Chinese name, sandboxed and for nobody’s cache', async () => {
    const id = await uploaded('worker', '工资条（3月）.png', samples.png)
    const answer = await get('worker', id)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(samples.png)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(samples.png.length),
      'content-disposition': `attachment; filename="document.png"; filename*=UTF-8''${encodeURIComponent('工资条（3月）.png')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
  })

  it('shows pictures and PDF in the page when asked, and nothing else', async () => {
    const shown = async (name: string, content: Uint8Array) =>
      (await get('worker', await uploaded('worker', name, content), '?inline=1')).headers.get('content-disposition')
    expect(await shown('a.png', samples.png)).toMatch(/^inline/)
    expect(await shown('a.pdf', samples.pdf)).toMatch(/^inline/)
    expect(await shown('a.txt', samples.txt)).toMatch(/^attachment/)
    expect(await shown('a.docx', samples.docx)).toMatch(/^attachment/)
  })

  it('knows nothing of another person’s document, of another federation’s, of a removed one, of none', async () => {
    const id = await uploaded('worker', 'a.png', samples.png)
    for (const who of ['otherWorker', 'neighbour', 'elsewhere', 'nobody', 'anonymous'] as const)
      expect((await get(who, id)).status).toBe(404)
    await attach(people.worker, id)
    for (const who of ['otherWorker', 'neighbour', 'elsewhere'] as const) expect((await get(who, id)).status).toBe(404)
    await room.act(people.worker, (ctx) => removeDocument(ctx, id, '传错了'))
    expect((await get('officer', id)).status).toBe(404)
    expect((await get('worker', matters.worker)).status).toBe(404)
    expect((await get('worker', '..%2f..%2fetc%2fpasswd')).status).toBe(400)
  })

  it('leaves an audit line for every look of an officer, and none for the worker’s own', async () => {
    const id = await uploaded('worker', 'a.png', samples.png)
    await attach(people.worker, id)
    await get('worker', id)
    expect(await audited('documents.open')).toEqual([])
    await get('officer', id)
    await get('lawyer', id)
    const lines = await audited('documents.open')
    expect(lines.map((line) => line.person_id).sort()).toEqual([people.officer.personId, people.lawyer.personId])
    for (const line of lines)
      expect(line).toMatchObject({ line: 'appeals', record_id: matters.worker, reason: `文件 ${id}`, ip: '127.0.0.1' })
  })

  it('answers 500 with a sentence instead of a damaged file, and breaks off a large one where the damage begins', async () => {
    const content = Buffer.concat([samples.jpg, Buffer.alloc(500_000, 5)])
    const id = await uploaded('worker', 'a.jpg', content)
    const { stored_as } = await room.db.owner
      .selectFrom('documents')
      .select('stored_as')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const path = join(room.dir, stored_as.slice(0, 2), stored_as)
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.from(whole).fill(0, 400_000, 400_100))
    await expect(get('worker', id).then((answer) => answer.arrayBuffer())).rejects.toThrow()
    writeFileSync(path, Buffer.from(whole).fill(0, 100, 200))
    const answer = await get('worker', id)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining('备份') } })
  })

  it('lets go of the file when the reader goes away', async () => {
    const id = await uploaded('worker', 'a.jpg', Buffer.concat([samples.jpg, Buffer.alloc(15_000_000, 5)]))
    const open = () => readdirSync('/proc/self/fd').filter((fd) => linkOf(fd).startsWith(room.dir)).length
    const leaving = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}/api/documents/${id}`, {
      headers: { 'x-test-actor': 'worker' },
      signal: leaving.signal,
    })
    await answer.body?.getReader().read()
    if (process.platform === 'linux') expect(open()).toBe(1)
    leaving.abort()
    if (process.platform === 'linux') await expect.poll(open).toBe(0)
    expect(answer.status).toBe(200)
  })
})
