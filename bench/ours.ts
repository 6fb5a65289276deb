import { sql } from 'kysely'
import { buildServer } from '../app/server/build.ts'
import { readConfig } from '../app/server/config.ts'
import { type Furnished, furnish } from '../app/server/furnish.ts'
import { keysOf } from '../app/server/house.ts'
import { openAndMigrate } from '../app/server/open.ts'
import { demo } from '../business/appeals/demo.ts'
import { loadDistrict } from '../district/load.ts'
import { streetOfficers } from '../district/officers.ts'
import { answerParent } from './child.ts'
import { recordable } from './recorder.ts'
import type { Statement } from './statements.ts'

/** One request, as the page would send it. */
export type Asked = { path: string; headers: Record<string, string>; input: unknown }
export type Question = { serve: { env: Record<string, string>; persons: number } } | { record: Asked }
export type Served = { url: string; headers: Record<string, string>; size: string; server: string }
export type Recording = { statements: Statement[]; answer: unknown }

const clerk = streetOfficers[0]!
const password = 'Nuanfeng-2026'
const origin = 'http://127.0.0.1'
const closing: (() => Promise<unknown>)[] = []
let record: (asked: Asked) => Promise<Recording>

/** The server as `npm start` builds it, without its jobs, over the district and a year of appeals; Li Min is signed in. */
async function serve({ env, persons }: { env: Record<string, string>; persons: number }): Promise<Served> {
  const config = readConfig({
    ...env,
    PORT: '0',
    PUBLIC_URL: origin,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '1000000',
  })
  const opened = await openAndMigrate(config)
  const recorder = recordable(opened.db)
  const furnished = await furnish(config, recorder.db, keysOf(config), config.federation, () => {})
  await fill(furnished, persons)
  const { house, accounts } = furnished
  const app = await buildServer({ ...config, house, accounts, isReady: () => true })
  closing.push(() => app.close(), opened.close)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  record = async (asked) => {
    let answer: unknown
    const statements = await recorder.record(async () => {
      answer = await post(url, asked)
    })
    return { statements, answer }
  }
  const [{ size, server }] = (
    await sql<{ size: string; server: string }>`
      select (select count(*) from persons) || ' persons, ' || (select count(*) from enterprises) || ' enterprises, ' || (select count(*) from appeals)
        || ' appeals' as size, 'PostgreSQL ' || current_setting('server_version') as server`.execute(house.db.owner)
  ).rows as [{ size: string; server: string }]
  return { url, headers: await signIn(url), size, server }
}

async function fill({ house, accounts }: Furnished, persons: number): Promise<void> {
  if (await demo.isLoaded(house)) return
  await loadDistrict(house.db, house.sealer, { persons })
  await demo.load(house, () => {})
  await accounts.createAccount({ personId: clerk.personId, username: 'street', password, mustChangePassword: false })
  await sql`analyze`.execute(house.db.owner)
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: 'street', password }),
  })
  if (!response.ok) throw new Error(`the sign-in was answered with ${response.status}`)
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { 'content-type': 'application/json', cookie: cookie.join('; '), 'nf-post': clerk.postId! }
}

async function post(url: string, { path, headers, input }: Asked): Promise<unknown> {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(input) })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
  return response.json()
}

answerParent<Question>(
  (question) => ('serve' in question ? serve(question.serve) : record(question.record)),
  async () => {
    for (const close of closing) await close()
  },
)
