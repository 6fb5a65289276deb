import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { buildServer } from '../app/server/build.ts'
import { readConfig } from '../app/server/config.ts'
import { furnish } from '../app/server/furnish.ts'
import { keysOf } from '../app/server/house.ts'
import { openAndMigrate } from '../app/server/open.ts'
import { loadDistrict } from '../district/load.ts'
import { streetOfficers } from '../district/officers.ts'
import { importJobs } from '../kernel/import/jobs.ts'
import { answerParent } from './child.ts'

export type Question =
  | { serve: { env: Record<string, string>; persons: number } }
  | { memory: 'begin' | 'peak' }
  | { count: true }
export type Served = {
  url: string
  headers: Record<string, string>
  unit: { id: string; firm: string }
  server: string
}

const clerk = streetOfficers[0]!
const password = 'Nuanfeng-2026'
const origin = 'http://127.0.0.1'
const closing: (() => Promise<unknown>)[] = []
let count: () => Promise<number>

/** The server as `npm start` builds it, with the jobs of imports, over the district; the street clerk is signed in. */
async function serve({ env, persons }: { env: Record<string, string>; persons: number }): Promise<Served> {
  const config = readConfig({
    ...env,
    PORT: '0',
    PUBLIC_URL: origin,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '1000000',
  })
  const opened = await openAndMigrate(config)
  const { house, accounts, jobs } = await furnish(config, opened.db, keysOf(config), config.federation, (line) =>
    console.error(line),
  )
  await loadDistrict(house.db, house.sealer, { persons })
  await accounts.createAccount({ personId: clerk.personId, username: 'street', password, mustChangePassword: false })
  await sql`analyze`.execute(house.db.owner)
  const app = await buildServer({ ...config, house, accounts, isReady: () => true })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  await sleep(3000) // the watch over the load must see that the filling is over
  await jobs.start(importJobs(house))
  closing.push(
    () => app.close(),
    () => jobs.stop(),
    opened.close,
  )
  count = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from persons`.execute(house.db.owner)
    return rows[0]?.n ?? 0
  }
  const { rows } = await sql<{ id: string; firm: string; server: string }>`
    select o.id, min(e.name) as firm, 'PostgreSQL ' || current_setting('server_version') as server
    from orgs o join enterprises e on e.federation_id = o.federation_id and e.union_id = o.id
    where o.kind = 'enterprise' and o.path like ${`${clerk.orgPath}%`} group by o.id having count(*) = 1 order by o.id limit 1`.execute(
    house.db.owner,
  )
  const [{ id, firm, server }] = rows as [{ id: string; firm: string; server: string }]
  return { url, headers: await signIn(url), unit: { id, firm }, server }
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: 'street', password }),
  })
  if (!response.ok) throw new Error(`the sign-in was answered with ${response.status}`)
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { cookie: cookie.join('; '), 'nf-post': clerk.postId! }
}

let peak = 0
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
setInterval(look, 20).unref()

answerParent<Question>(
  async (question) => {
    if ('serve' in question) return serve(question.serve)
    if ('count' in question) return count()
    if (question.memory === 'begin') peak = 0
    look()
    return peak
  },
  async () => {
    for (const close of closing) await close()
  },
)
