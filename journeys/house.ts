import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '..')
/** Chromium as an office computer has it, without its calls home. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PASSWORD = 'Nuanfeng-2026'

export type House = {
  url: string
  browser: Browser
  output: () => string
  /** A browser of its own for somebody, signed in by username; nobody without one. */
  visit(options: { username?: string; width: number }): Promise<{ page: Page; context: BrowserContext }>
  /** Stops the server and starts it again at the same address, with these settings besides. Its data stay when `settings` named a DATA_DIR. */
  restart(settings: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/** The address of the demonstration that all journeys share: loading the district takes longer than walking through it. */
const SHARED = 'JOURNEY_HOUSE_URL'
/** A folder with the same demonstration that nobody serves, for the one journey that has to stop its server. */
const SPARE = 'JOURNEY_SPARE_DIR'

export type Server = { url: string; output: () => string; close(): Promise<void> }

const newDir = () => mkdtempSync(join(tmpdir(), 'nuanfeng-journey-'))
const drop = (dir: string) => rmSync(dir, { recursive: true, force: true })

/** Starts the real server on a folder of its own, as `npm start` does; the DATA_DIR and PORT of `settings` go before. A folder that was given stays. */
export async function openServer(args: readonly string[] = [], settings: Record<string, string> = {}): Promise<Server> {
  const dir = settings.DATA_DIR ?? newDir()
  const port = Number(settings.PORT ?? (await freePort()))
  const url = `http://127.0.0.1:${port}`
  let text = ''
  const env = {
    ...process.env,
    MODE: 'demonstration',
    DATABASE_URL: '',
    DATA_DIR: dir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...settings,
  }
  const server = spawn(process.execPath, [join(ROOT, 'app/server/main.ts'), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  await untilAnswers(`${url}/${args.includes('--empty') ? 'healthz' : 'readyz'}`, server, () => text)
  return {
    url,
    output: () => text,
    async close() {
      await stop(server)
      if (settings.DATA_DIR === undefined) drop(dir)
    },
  }
}

/** Before the first journey: the demonstration that they share, and a copy of it; after the last both go. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[SHARED]) return async () => {}
  const [dir, spare] = [newDir(), newDir()]
  await (await openServer([], { DATA_DIR: dir })).close()
  cpSync(dir, spare, { recursive: true })
  const server = await openServer([], { DATA_DIR: dir })
  process.env[SHARED] = server.url
  process.env[SPARE] = spare
  return async () => {
    await server.close()
    drop(dir)
    drop(spare)
  }
}

/** The demonstration as it was loaded, on a server of one's own: what is done there nobody else sees, and it can be restarted. */
export const openSpareHouse = (): Promise<House> => {
  const dir = process.env[SPARE]
  if (!dir) throw new Error('the journeys have no spare demonstration')
  return openHouse([], { DATA_DIR: dir })
}

/** The shared demonstration, or with arguments a server of one's own, with a Chromium beside it. */
export async function openHouse(args: readonly string[] = [], settings: Record<string, string> = {}): Promise<House> {
  const shared = args.length === 0 && Object.keys(settings).length === 0 ? process.env[SHARED] : undefined
  let server = shared ? { url: shared, output: () => '', close: async () => {} } : await openServer(args, settings)
  const { url } = server
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: QUIET,
    // Without a locale it would save every file of a Chinese name as “download”.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return {
    url,
    browser,
    output: () => server.output(),
    visit: (options) => visit(browser, url, options),
    async restart(more) {
      await server.close()
      server = await openServer(args, { ...settings, ...more, PORT: new URL(url).port })
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function visit(browser: Browser, url: string, { username, width }: { username?: string; width: number }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
  })
  if (username) {
    const answer = await context.request.post('/api/auth/sign-in/username', {
      data: { username, password: PASSWORD },
      headers: { origin: url },
    })
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
  }
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { page, context }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

async function untilAnswers(url: string, server: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 1800; tries++) {
    if (server.exitCode !== null) throw new Error(`the server stopped:\n${output()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the server did not answer:\n${output()}`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  const late = setTimeout(() => server.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}
