import { demo as annualReport } from '../../business/annual-report/demo.ts'
import { demo as appeals } from '../../business/appeals/demo.ts'
import { demo as cleanUp } from '../../business/clean-up/demo.ts'
import { demo as coverage } from '../../business/coverage/demo.ts'
import { demo as elections } from '../../business/elections/demo.ts'
import { demo as federations } from '../../business/federations/demo.ts'
import { demo as membership } from '../../business/membership/demo.ts'
import { demo as organising } from '../../business/organising/demo.ts'
import { demo as plan } from '../../business/plan/demo.ts'
import { demo as starRating } from '../../business/star-rating/demo.ts'
import { demo as transfers } from '../../business/transfers/demo.ts'
import { demo as unions } from '../../business/unions/demo.ts'
import { isDistrictLoaded, loadDistrict } from '../../district/load.ts'
import { demonstrationLogins } from '../../district/officers.ts'
import { roles } from '../../kernel/access/roles.ts'
import type { Accounts } from '../../kernel/accounts/accounts.ts'
import type { House } from '../../kernel/ctx.ts'

/** A line's year in the demonstration district; `isLoaded` lets an interrupted load go on where it stopped. */
export type Demo = {
  title: string
  isLoaded(house: House): Promise<boolean>
  load(house: House, onProgress: (done: number, total: number) => void): Promise<void>
}

/** In this order: later ones build on the records of earlier ones, and the search of the registers comes last. */
export const demos: readonly Demo[] = [
  appeals,
  unions,
  coverage,
  organising,
  elections,
  membership,
  transfers,
  federations,
  starRating,
  plan,
  annualReport,
  cleanUp,
]

/** All demonstration accounts share one password, printed at every start: the district is invented and holds no secret. */
export const demonstrationPassword = 'Nuanfeng-2026'

type Say = (line: string) => void

/** Fills an empty database with the demonstration district, saying how far it is; goes on where an earlier start was interrupted. */
export async function fillDemonstration(house: House, accounts: Accounts, say: Say): Promise<void> {
  if (!(await isDistrictLoaded(house.db))) {
    say('装入演示区：11 个街道、约 4.1 万家企业、26 万名虚构职工（只在第一次）')
    const show = progress(say)
    await loadDistrict(house.db, house.sealer, { onProgress: show })
  }
  for (const demo of demos) {
    if (await demo.isLoaded(house)) continue
    say(`装入${demo.title}`)
    const show = progress(say)
    await demo.load(house, (done, total) => show(done, total, demo.title))
  }
  await addLogins(house, accounts)
}

/** One line for each tenth, so that a log stays readable. */
function progress(say: Say) {
  let tenth = 0
  return (done: number, total: number, label: string) => {
    const now = Math.floor((done / total) * 10)
    if (now === tenth) return
    tenth = now
    say(`  ${String(now * 10).padStart(3)}%  ${label}`)
  }
}

async function addLogins(house: House, accounts: Accounts): Promise<void> {
  const existing = await house.db.owner
    .selectFrom('account_users')
    .select('username')
    .where('federation_id', '=', house.federationId)
    .execute()
  const known = new Set(existing.map((row) => row.username))
  for (const login of demonstrationLogins) {
    if (known.has(login.username)) continue
    await accounts.createAccount({
      personId: login.personId,
      username: login.username,
      phone: login.phone,
      password: demonstrationPassword,
      mustChangePassword: false,
    })
  }
}

/** The table of logins, one for each role. */
export function printLogins(say: Say): void {
  say(`\n  演示账号（密码都是 ${demonstrationPassword}）`)
  for (const login of demonstrationLogins)
    say(`    ${login.username.padEnd(12)} ${login.name}　${roles[login.role].title}　${login.orgName ?? ''}`)
}
