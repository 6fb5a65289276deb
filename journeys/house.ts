import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
  close(): Promise<void>
}

/** Starts the real server on a folder of its own, as `npm start` does, and a Chromium beside it. */
export async function openHouse(args: readonly string[] = [], settings: Record<string, string> = {}): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'nuanfeng-journey-'))
  const port = await freePort()
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
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: QUIET,
  })
  return {
    url,
    browser,
    output: () => text,
    visit: (options) => visit(browser, url, options),
    async close() {
      await browser.close()
      await stop(server)
      rmSync(dir, { recursive: true, force: true })
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
  for (let tries = 0; tries < 900; tries++) {
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
