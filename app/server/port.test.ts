import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { ConfigError } from './config-error.ts'
import { listenOn } from './port.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** A port that another program has, chosen so that the ones after it are most likely free. */
async function takenPort(): Promise<number> {
  const server: Server = createServer()
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('no address')
  return address.port
}

const app = () => {
  const made = fastify()
  made.get('/', () => 'here')
  open.push(made)
  return made
}

test('a free port is used as it is, without a word', async () => {
  const said: string[] = []
  const url = await listenOn(app(), { port: 0, isPortChosen: true, host: '127.0.0.1' }, (line) => said.push(line))
  expect(await (await fetch(url)).text()).toBe('here')
  expect(said).toEqual([])
})

test('when the standard port is taken the server moves on, says so, and answers there', async () => {
  const taken = await takenPort()
  const said: string[] = []
  const url = await listenOn(app(), { port: taken, isPortChosen: false, host: '127.0.0.1' }, (line) => said.push(line))
  const moved = Number(new URL(url).port)
  expect(moved).toBeGreaterThan(taken)
  expect(said).toEqual([`端口 ${taken} 已被占用，改用 ${moved}。`])
  expect(await (await fetch(url)).text()).toBe('here')
})

test('when a chosen port is taken the start stops with a sentence', async () => {
  const taken = await takenPort()
  const start = listenOn(app(), { port: taken, isPortChosen: true, host: '127.0.0.1' }, () => {})
  await expect(start).rejects.toThrow(`端口 ${taken} 已被别的程序占用。请先关掉那个程序，或把 PORT 改成空闲的端口。`)
  await expect(start).rejects.toBeInstanceOf(ConfigError)
})

test('an address that is not this machine stops the start with a sentence', async () => {
  const start = listenOn(app(), { port: 0, isPortChosen: true, host: '192.0.2.1' }, () => {})
  await expect(start).rejects.toThrow('本机没有地址 192.0.2.1')
})

test('when every port tried is taken the sentence names the range', async () => {
  const taken = Object.assign(new Error('taken'), { code: 'EADDRINUSE' })
  const start = listenOn(
    { listen: () => Promise.reject(taken) },
    { port: 8440, isPortChosen: false, host: '127.0.0.1' },
    () => {},
  )
  await expect(start).rejects.toThrow('端口 8440 到 8459 都被占用')
})

test('what has nothing to do with ports is passed on as it is', async () => {
  const broken = new Error('broken')
  const start = listenOn(
    { listen: () => Promise.reject(broken) },
    { port: 8440, isPortChosen: false, host: '127.0.0.1' },
    () => {},
  )
  await expect(start).rejects.toBe(broken)
})
