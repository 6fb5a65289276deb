import { actorOf } from '../../../district/cast.ts'
import { communityOfficers, districtOfficers, streetOfficers } from '../../../district/officers.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { addDays, addMilliseconds, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { contract } from '../contract.ts'
import { line } from '../line.ts'
import type { ChangeKind } from '../rules/words.ts'

type Verb = 'review' | 'approve' | 'refuse' | 'carryOut' | 'withdraw'
type Change = {
  kind: ChangeKind
  reason: string
  more?: (today: string, union: Union) => object
  /** Days ago at which it was asked for, and at which each step was taken. */
  asked: number
  steps: readonly { verb: Verb; ago: number; note?: string }[]
}
export type Union = { id: string; path: string; termExpiresOn: string | null }

const moved = (today: string) => ({ newAddress: '新厂区办公楼 2 楼工会办公室', changedOn: addDays(today, -30) })
const renewed = { verb: 'review', ago: 6, note: '材料齐全，同意上报' } as const

/** Changes of now: in every state, one overdue, one due soon; each asked for by the clerk of a community. */
export const plannedChanges: readonly Change[] = [
  { kind: 'certificate', reason: '证书下月到期，换届后一并换证', asked: 1, steps: [] },
  {
    kind: 'postpone',
    reason: '企业正在搬迁，职工代表分散在两个厂区，申请延期召开换届大会',
    more: (_today, { termExpiresOn }) => ({ postponeTo: addDays(termExpiresOn ?? '2026-01-01', 120) }),
    asked: 12,
    steps: [],
  },
  { kind: 'particulars', reason: '公司搬迁，工会住所随之变更', more: moved, asked: 5, steps: [] },
  {
    kind: 'loss',
    reason: '办公室装修时遗失证书正本',
    more: (today) => ({ noticedOn: addDays(today, -20) }),
    asked: 9,
    steps: [renewed],
  },
  {
    kind: 'dissolve',
    reason: '公司业务并入母公司，会员大会决定撤销本工会',
    more: (today) => ({ ground: 'members_decided', changedOn: addDays(today, -25) }),
    asked: 18,
    steps: [{ verb: 'review', ago: 14, note: '已核对会员大会记录' }],
  },
  {
    kind: 'certificate',
    reason: '证书到期换证',
    asked: 20,
    steps: [
      { verb: 'review', ago: 16 },
      { verb: 'approve', ago: 3, note: '同意换证' },
    ],
  },
  {
    kind: 'certificate',
    reason: '证书到期换证',
    asked: 40,
    steps: [
      { verb: 'review', ago: 37 },
      { verb: 'approve', ago: 30 },
      { verb: 'carryOut', ago: 26 },
    ],
  },
  {
    kind: 'dissolve',
    reason: '单位想把工会并到行政部',
    more: (today) => ({ ground: 'members_decided', changedOn: addDays(today, -30) }),
    asked: 25,
    steps: [{ verb: 'refuse', ago: 22, note: '没有会员大会决定；工会不得随意撤销或并入其他部门' }],
  },
  {
    kind: 'particulars',
    reason: '法定代表人变更登记',
    more: moved,
    asked: 15,
    steps: [{ verb: 'withdraw', ago: 14, note: '材料要重新准备' }],
  },
]

/** Takes one planned change as far as it has come, through the same door as any other, at the instants of the plan; done twice, it stays one. */
export async function playChange(house: House, union: Union, change: Change, n: number): Promise<void> {
  const clerk = communityOfficers.find(({ orgPath }) => union.path.startsWith(orgPath))
  const officer = streetOfficers.find(({ orgPath }) => union.path.startsWith(orgPath))
  const [, decider] = districtOfficers
  if (!clerk || !officer || !decider) throw new Error(`nobody looks after ${union.path}`)
  const actors = { asker: actorOf(clerk), reviewer: actorOf(officer), decider: actorOf(decider) }
  let step = 0
  const act = (name: string, actor: Actor, ago: number, input: object) => {
    const at = morningOf(house, ago, n * 7 + step++ * 40)
    return perform({ ...house, clock: () => at }, line, name, input, {
      actor,
      idempotencyKey: `demo-unions-${n}-${name}`,
    })
  }
  const asked = {
    orgId: union.id,
    kind: change.kind,
    reason: change.reason,
    ...change.more?.(dayOf(house.clock()), union),
  }
  const { id } = contract.request.output.parse(await act('request', actors.asker, change.asked, asked))
  for (const { verb, ago, note } of change.steps) {
    const actor = { review: actors.reviewer, refuse: actors.reviewer, withdraw: actors.asker }[verb as string]
    const day = dayOf(morningOf(house, ago, 0))
    const issued =
      verb === 'carryOut' ? { certificateNumber: `粤工法证字第9${String(n).padStart(5, '0')}号`, issuedOn: day } : {}
    await act(verb, actor ?? actors.decider, ago, { id, note, ...issued })
  }
}

/** So many minutes after nine on the last working day that many days ago. */
function morningOf(house: House, days: number, minutes: number): string {
  const day = house.calendar.workingDayOnOrBefore(addDays(dayOf(house.clock()), -days))
  return addMilliseconds(instantAt(day, '09:00'), minutes * 60_000)
}
