import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { translate } from '../http/translate.ts'
import { contentOf, getDocument, uploadDocument } from './documents.ts'
import { findLibreOffice } from './official/libreoffice.ts'
import { toPdf } from './official/pdf.ts'
import { sampleDocument } from './official/sample.ts'
import { writeOfficial } from './official/write.ts'
import { documentRoutes } from './routes.ts'
import { samples } from './sample-files.ts'
import { openRoom, people } from './test-room.ts'

let room: Awaited<ReturnType<typeof openRoom>>
let app: FastifyInstance
let docx: Buffer
const dir = mkdtempSync(join(tmpdir(), 'nf-soffice-'))
beforeAll(async () => {
  room = await openRoom()
  docx = await writeOfficial(sampleDocument)
  app = fastify()
  app.setErrorHandler((error, _request, reply) => {
    const { status, message } = translate(error)
    return reply.code(status).send({ error: { status, message } })
  })
  const findActor = async (request: { headers: Record<string, unknown> }) =>
    people[String(request.headers['x-test-actor']) as keyof typeof people]
  await app.register(documentRoutes(room.house, findActor))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await app.close()
  await room.close()
  rmSync(dir, { recursive: true, force: true })
})

type Who = keyof typeof people
const written = async (name = '工作报告（第1版）.docx', bytes: Uint8Array = docx, purpose?: 'attachment') =>
  (await room.act(people.officer, (ctx) => uploadDocument(ctx, { name, bytes, ...(purpose ? { purpose } : {}) }))).id
const convert = (id: string, who: Who = 'officer') =>
  app.inject({ method: 'POST', url: `/api/documents/${id}/pdf`, headers: { 'x-test-actor': who }, payload: {} })
const contentAs = async (who: Who, id: string) =>
  buffer(await contentOf(room.house, await room.act(people[who], (ctx) => getDocument(ctx, id))))

/** In the place of LibreOffice: converts nothing until it is let go, so that one can look around meanwhile. */
function standIn() {
  const program = join(dir, 'soffice')
  const [begun, go] = [join(dir, 'begun'), join(dir, 'go')]
  rmSync(begun, { force: true })
  rmSync(go, { force: true })
  writeFileSync(join(dir, 'made.pdf'), samples.pdf)
  writeFileSync(
    program,
    `#!/bin/sh
touch '${begun}'
while [ ! -e '${go}' ]; do sleep 0.05; done
echo > document.fodt
cp '${join(dir, 'made.pdf')}' document.pdf
`,
  )
  chmodSync(program, 0o755)
  return { program, hasBegun: () => existsSync(begun), letGo: () => writeFileSync(go, '') }
}

describe.skipIf(process.platform === 'win32')('a Word file of the house as PDF', () => {
  test('is made while everybody else is answered', async () => {
    const { program, hasBegun, letGo } = standIn()
    vi.stubEnv('LIBREOFFICE', program)
    const id = await written()
    const converting = convert(id)
    await expect.poll(hasBegun).toBe(true)
    const meanwhile = await app.inject({
      method: 'GET',
      url: `/api/documents/${id}`,
      headers: { 'x-test-actor': 'officer' },
    })
    expect(meanwhile.statusCode).toBe(200)
    letGo()
    const made = await converting
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ name: '工作报告（第1版）.pdf', mediaType: 'application/pdf' })
    expect(await contentAs('officer', made.json().id)).toEqual(Buffer.from(samples.pdf))
    const lines = await room.db.owner
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'documents.pdf')
      .execute()
    expect(lines).toMatchObject([{ person_id: people.officer.personId, reason: `文件 ${id}` }])
  })

  test('who waits too long for the one before is told so, and does not hold up the next', async () => {
    const { program, hasBegun, letGo } = standIn()
    const first = toPdf(docx, { program })
    await expect.poll(hasBegun).toBe(true)
    await expect(toPdf(docx, { program, patience: 20 })).rejects.toMatchObject({ status: 503 })
    const third = toPdf(docx, { program })
    letGo()
    expect([await first, await third]).toEqual([Buffer.from(samples.pdf), Buffer.from(samples.pdf)])
  })

  test('is refused for what somebody handed in, for another kind of file and for somebody else’s', async () => {
    vi.stubEnv('LIBREOFFICE', standIn().program)
    expect((await convert(await written('证明.docx', docx, 'attachment'))).statusCode).toBe(422)
    expect((await convert(await written('照片.png', samples.png))).statusCode).toBe(422)
    expect((await convert(await written(), 'elsewhere')).statusCode).toBe(404)
  })

  test('without LibreOffice is not made, and one hears what to do instead', async () => {
    vi.stubEnv('LIBREOFFICE', '/nowhere/soffice')
    const answer = await convert(await written())
    expect(answer.statusCode).toBe(501)
    expect(answer.json().error.message).toContain('请下载 Word')
  })

  test('that cannot be converted leaves no file behind', async () => {
    const failing = join(dir, 'failing')
    writeFileSync(failing, '#!/bin/sh\nexit 1\n')
    chmodSync(failing, 0o755)
    vi.stubEnv('LIBREOFFICE', failing)
    const id = await written()
    const before = room.filesOnDisk()
    const answer = await convert(id)
    expect(answer.statusCode).toBe(500)
    expect(answer.json().error.message).toContain('另存为 PDF')
    expect(room.filesOnDisk()).toBe(before)
  })
})

test.runIf(findLibreOffice())('LibreOffice itself makes one', async () => {
  vi.unstubAllEnvs()
  const made = await convert(await written())
  expect((await contentAs('officer', made.json().id)).subarray(0, 5).toString()).toBe('%PDF-')
})
