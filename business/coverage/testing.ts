import { type SmallFirm, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { asOwner, type Database } from '../../kernel/db/database.ts'
import { contract as enterprisesContract } from '../../kernel/enterprises/contract.ts'
import { line as enterprises } from '../../kernel/enterprises/line.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

export const TODAY = '2026-03-02'
export const COUNTED = '2026-02-20'

/** The small district with all its living firms counted in February 2026: seven of seven with a hundred, five of eight with 25 to 99. */
export async function openCoverage() {
  const district = await openSmall([line, enterprises])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const registry = () => district.as(small.officerWang.actor, enterprises, enterprisesContract)
  const wang = () => as(small.officerWang.actor)
  const li = () => as(small.officerLi.actor)
  const clerk = () => as(small.clerks.bainikeng.actor)

  const count = (
    firm: Pick<SmallFirm, 'id'>,
    headcount: number,
    headcountOn = COUNTED,
    headcountSource: 'social_insurance' | 'declared' | 'visit' = 'social_insurance',
  ) => registry().edit({ id: firm.id, headcount, headcountOn, headcountSource })

  for (const firm of Object.values(small.firms)) {
    if (!firm.closedOn) await count(firm, firm.headcount)
  }

  /** Both rates of a place as of a day, as 'covered/base'. */
  async function shares(input: { on?: string; place?: string } = {}) {
    const { bands } = await wang().rates(input)
    const of = (wanted: ParsedOf<typeof contract.firms>['band']) => {
      const { covered, base } = bands.find(({ band }) => band === wanted) ?? { covered: 0, base: 0 }
      return `${covered}/${base}`
    }
    return { large: of('100+'), middle: of('25-99') }
  }

  const joins = joinsIn(district.db)

  /** An exclusion proposed by the clerk of 白泥坑, approved by 李敏. */
  async function excluded(firm: Pick<SmallFirm, 'id'>, untilOn = '2026-06-30') {
    const { id } = await clerk().propose({
      enterpriseId: firm.id,
      reason: 'moved',
      evidence: '厂房已清空，新址在惠州',
      untilOn,
    })
    await li().approve({ id })
    return id
  }

  return { district, as, registry, wang, li, clerk, count, shares, joins, excluded }
}

/** From a day on a firm belongs to another union, or to none, as the lines that found, leave and dissolve unions write it. */
const joinsIn = (db: Database) => (firm: Pick<SmallFirm, 'id'>, unionId: string | null, since: string) =>
  asOwner(db, (tx) =>
    tx.updateTable('enterprises').set({ union_id: unionId, union_since: since }).where('id', '=', firm.id).execute(),
  )
