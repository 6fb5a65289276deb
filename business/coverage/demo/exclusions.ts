import { actorOf } from '../../../district/cast.ts'
import { officerOf } from '../../../district/officers.ts'
import { enterprisesWhere } from '../../../district/sampling.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { asSystem } from '../../../kernel/jobs/system.ts'
import { contract } from '../contract.ts'
import { expireExclusions } from '../expiry.ts'
import { line } from '../line.ts'
import type { Reason } from '../rules/words.ts'
import { leased, newcomerId, newcomerPlace } from './newcomers.ts'

/** Days before today on which something happened. */
type Exclusion = {
  reason: Reason
  evidence: string
  proposed: number
  until: number
  approved?: number
  refused?: number
  lifted?: number
  /** Of the newcomers; else one of the firms that have a union. */
  newcomer?: number
  /** In the street, or the community, whose officers the demonstration signs in as. */
  isShown?: 'street' | 'community'
}

const plan: readonly Exclusion[] = [
  { reason: 'moved', evidence: '厂房已退租，搬迁通知和退租协议在档', proposed: 240, approved: 236, until: -20 },
  {
    reason: 'deregistering',
    evidence: '正在办注销，清算公告已登报',
    proposed: 200,
    approved: 198,
    lifted: 90,
    until: -160,
  },
  { reason: 'shell', evidence: '实地走访三次，无人办公，参保人数为零', proposed: 170, approved: 165, until: 45 },
  {
    reason: 'dispatch',
    evidence: '派遣员工都在用工单位上班，已计入用工单位',
    proposed: 150,
    approved: 147,
    until: 12,
    newcomer: leased,
  },
  { reason: 'moved', evidence: '主体搬到惠州，本地只留收发室', proposed: 120, approved: 118, until: 16 },
  {
    reason: 'deregistering',
    evidence: '税务注销已办结，等市场监管注销',
    proposed: 75,
    approved: 72,
    until: 90,
    isShown: 'street',
  },
  { reason: 'moved', evidence: '新址在坪山，劳动合同已变更', proposed: 60, refused: 57, until: 200 },
  { reason: 'shell', evidence: '办公地址与别家重合', proposed: 40, refused: 38, until: 150 },
  { reason: 'shell', evidence: '社保参保仅两人，其余为挂靠', proposed: 30, approved: 27, until: 160 },
  { reason: 'dispatch', evidence: '派遣协议和用工名册已核对', proposed: 14, until: 120, isShown: 'street' },
  { reason: 'moved', evidence: '园区出具的退租证明', proposed: 6, until: 170, isShown: 'community' },
  { reason: 'deregistering', evidence: '企业申请注销，已停产', proposed: 0, until: 180 },
]

export const EXCLUSIONS = plan.length

type Step = { daysAgo: number; n: number; verb: 'propose' | 'approve' | 'refuse' | 'lift' | 'expire' }

/** In the order in which they happened, so that numbers, audit and history agree. */
const steps: readonly Step[] = plan
  .flatMap((one, n): Step[] => [
    { daysAgo: one.proposed, n, verb: 'propose' },
    ...(one.approved === undefined ? [] : [{ daysAgo: one.approved, n, verb: 'approve' as const }]),
    ...(one.refused === undefined ? [] : [{ daysAgo: one.refused, n, verb: 'refuse' as const }]),
    ...(one.lifted === undefined ? [] : [{ daysAgo: one.lifted, n, verb: 'lift' as const }]),
    ...(one.until < 0 && one.lifted === undefined ? [{ daysAgo: -one.until, n, verb: 'expire' as const }] : []),
  ])
  .sort((a, b) => b.daysAgo - a.daysAgo)

/** The steps of a dozen exclusions, each by the officer of the place, at ten on its day; the last ones now. They come in through the door of everybody. */
export async function loadExclusions(house: House, onStep: (done: number, total: number) => void): Promise<void> {
  const today = dayOf(house.clock())
  const firms = firmsToExclude()
  const ids = new Map<number, string>()
  for (const [done, { daysAgo, n, verb }] of steps.entries()) {
    const at = daysAgo === 0 ? house.clock() : instantAt(addDays(today, -daysAgo), '10:00')
    const then = { ...house, clock: () => at }
    if (verb === 'expire') await asSystem(then, expireExclusions)
    else await take(then, { n, verb, today }, firms, ids)
    onStep(done + 1, steps.length)
  }
}

async function take(
  house: House,
  { n, verb, today }: { n: number; verb: Exclude<Step['verb'], 'expire'>; today: string },
  firms: readonly { id: string; place: string }[],
  ids: Map<number, string>,
): Promise<void> {
  const one = plan[n]
  const firm = firms[n]
  if (!one || !firm) throw new Error(`there is no exclusion ${n}`)
  const community = officerOf(firm.place)
  const street = officerOf(firm.place.split('.').slice(0, 2).join('.').concat('.'))
  const act = (input: object, officer = street) =>
    perform(house, line, verb, input, { actor: actorOf(officer), idempotencyKey: `demo-coverage-${verb}-${n}` })
  const { reason, evidence } = one
  if (verb === 'propose') {
    const untilOn = addDays(today, one.until)
    const { id } = contract.propose.output.parse(
      await act({ enterpriseId: firm.id, reason, evidence, untilOn }, community),
    )
    ids.set(n, id)
  } else
    await act({
      id: ids.get(n),
      note: { approve: '已实地核实', refuse: '材料不足以认定', lift: '企业撤回注销，恢复经营' }[verb],
    })
}

/** Firms that have a union, of 25 to 99, from all over the district; and the newcomer that hires out its workers. */
function firmsToExclude(): { id: string; place: string }[] {
  const which = { band: '25-99', isUnionised: true, isNewForm: false } as const
  const pools = {
    all: enterprisesWhere(which),
    street: enterprisesWhere({ ...which, street: '003' }),
    community: enterprisesWhere({ ...which, street: '003', community: '008' }),
  }
  return plan.map(({ newcomer, isShown }, n) => {
    if (newcomer !== undefined) return { id: newcomerId(newcomer), place: newcomerPlace(newcomer) }
    const pool = pools[isShown ?? 'all']
    const firm = pool[n * Math.floor(pool.length / plan.length)]
    if (!firm) throw new Error('the district has too few firms')
    return { id: firm.id, place: firm.community.path }
  })
}
