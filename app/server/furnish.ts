import { type Accounts, createAccounts } from '../../kernel/accounts/accounts.ts'
import { createSms } from '../../kernel/accounts/sms.ts'
import type { Keys } from '../../kernel/crypto/keys.ts'
import type { House } from '../../kernel/ctx.ts'
import type { Database } from '../../kernel/db/database.ts'
import { createJobs, type Jobs } from '../../kernel/jobs/jobs.ts'
import { auditAccount } from './account-audit.ts'
import { type Config, standardPort } from './config.ts'
import { assembleHouse, partsOf } from './house.ts'
import { lines } from './lines.ts'

export type Furnished = { house: House; accounts: Accounts; jobs: Jobs }

/** House, accounts and jobs of one server or one command, from its configuration and its open database. `federationId` is the one the database holds. */
export async function furnish(
  config: Config,
  db: Database,
  keys: Keys,
  federationId: string,
  say: (line: string) => void,
): Promise<Furnished> {
  const parts = partsOf(config, db, keys)
  const jobs = createJobs({
    db,
    federationId,
    clock: parts.clock,
    log: (event) => event.level !== 'info' && say(`${event.job ?? '后台'}：${event.message}`),
  })
  const house = await assembleHouse({ ...parts, federationId, lines, later: jobs.later })
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port || standardPort}`
  const isDemonstration = config.mode === 'demonstration'
  const sms = createSms({ mode: isDemonstration ? 'demonstration' : 'production', ...smsOf(config), log: say })
  const accounts = createAccounts({
    db,
    sms,
    clock: parts.clock,
    sealer: parts.sealer,
    log: say,
    onEvent: (event) => auditAccount(db, federationId, event),
    config: {
      federationId,
      publicUrl,
      sessionIdleMinutes: config.sessionIdleMinutes,
      passwordMaxAgeDays: config.passwordMaxAgeDays,
      isTwoFactorRequired: !isDemonstration,
      secret: keys.signingSecret,
      secureCookies: publicUrl.startsWith('https://'),
    },
  })
  return { house, accounts, jobs }
}

const smsOf = (config: Config) =>
  config.sms.by === 'http' ? { form: 'http' as const, url: config.sms.url, token: config.sms.token } : {}
