import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeServing } from '../../kernel/db/serving.ts'
import { translate } from '../../kernel/http/translate.ts'
import { freshFolder, openSmallHouse, type SmallHouse } from '../cli/small-house.ts'
import { commandRoutes } from './command-routes.ts'

const token = 'a token of the running server'
const home = mkdtempSync(join(tmpdir(), 'nf-command-'))
let house: SmallHouse
let server: FastifyInstance
const logged: string[] = []

beforeAll(async () => {
  house = await openSmallHouse(await freshFolder())
  server = Fastify({ logger: { level: 'trace', stream: { write: (line) => void logged.push(line) } } })
  server.setErrorHandler((error, _request, reply) => {
    const { status, message } = translate(error)
    return reply.code(status).send({ error: { status, message } })
  })
  await server.register(commandRoutes({ ...house, token }))
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  writeServing(house.config.dataDir, { url, token })
})
afterAll(async () => {
  await server.close()
  await house.close()
  rmSync(house.config.dataDir, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
})

/** A command in a process of its own, as somebody at the keyboard starts it. */
async function nuanfeng(args: string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['app/cli/main.ts', ...args], {
    env: { ...process.env, DATA_DIR: house.config.dataDir, MODE: 'empty', DATABASE_URL: '', INIT_CWD: home, ...env },
  })
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ])
  return { out, err, code }
}

test('while the server runs, a command is carried out by it and prints nothing but its result', async () => {
  const { out, err, code } = await nuanfeng(['figures', '--year', '2023', '--json'])
  expect({ err, code }).toEqual({ err: '', code: 0 })
  expect(JSON.parse(out)).toMatchObject({ year: 2023, org: '440307' })
})

test('a refusal of the server goes to stderr with exit code 1', async () => {
  const { out, err, code } = await nuanfeng(['user', 'lock', '--username', 'nobody'])
  expect({ out, err, code }).toEqual({ out: '', err: '没有用户名为“nobody”的账号，请核对\n', code: 1 })
})

test('a password piped in reaches the account and no log', async () => {
  const { out, code } = await nuanfeng(
    [
      'user',
      'add',
      '--username',
      'he.jp',
      '--name',
      '何建平',
      '--role',
      'lawyer',
      '--org',
      '440307',
      '--password-stdin',
    ],
    'Piped-2026-word\n',
  )
  expect([out.includes('he.jp'), out.includes('Piped'), code]).toEqual([true, false, 0])
  expect(logged.join()).toContain('/api/command')
  expect(logged.join()).not.toContain('Piped-2026-word')
  expect(logged.join()).not.toContain(token)
})

test('a backup goes where the caller stands, and says on stderr how far it is', async () => {
  const { out, err, code } = await nuanfeng(['backup', 'mine'])
  expect([code, err]).toEqual([0, '备份数据库……\n备份附件……\n'])
  expect(out).toContain('keys.json')
  expect(existsSync(join(home, 'mine', 'manifest.json'))).toBe(true)
})

test.each([['restore', 'mine'], ['migrate']])('%s waits until the server is stopped, and says how', async (...args) => {
  const { out, err, code } = await nuanfeng(args)
  expect([out, code]).toEqual(['', 1])
  expect(err).toMatch(/服务正在运行（http:\/\/127\.0\.0\.1:\d+，进程 \d+）.*请先停止服务/)
})

const send = (headers: Record<string, string>, args: string[] = ['verify-audit'], remoteAddress = '127.0.0.1') =>
  server.inject({ method: 'POST', url: '/api/command', headers, payload: { args }, remoteAddress })

test('to anybody without the token, from another machine or through a proxy the address does not exist', async () => {
  const authorization = `Bearer ${token}`
  expect((await send({})).statusCode).toBe(404)
  expect((await send({ authorization: 'Bearer another' })).statusCode).toBe(404)
  expect((await send({ authorization }, undefined, '10.1.2.3')).statusCode).toBe(404)
  expect((await send({ authorization, 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404)
  expect((await send({ authorization })).statusCode).toBe(200)
})

test('the server itself refuses what needs the data alone, also when asked past the command line', async () => {
  const response = await send({ authorization: `Bearer ${token}` }, ['restore', home])
  expect(JSON.parse(response.body.trim())).toMatchObject({
    ok: false,
    text: expect.stringContaining('restore 要独占数据'),
  })
})

test('a server that is gone without a word is named', async () => {
  writeServing(house.config.dataDir, { url: 'http://127.0.0.1:1', token })
  const { err, code } = await nuanfeng(['verify-audit'])
  expect(code).toBe(1)
  expect(err).toContain('没有应答')
})
