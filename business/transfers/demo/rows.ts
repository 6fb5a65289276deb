import type { Insertable } from 'kysely'
import { seededId } from '../../../district/random.ts'
import { dayOf } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { clockAt } from '../../../kernel/workflow/clocks.ts'
import { upperOf } from '../rules/way.ts'
import { kinds } from '../rules/words.ts'
import { type TransferState, type TransferVerb, workflow } from '../workflow.ts'
import type { Planned, Step } from './plan.ts'

export type Rows = { [T in 'transfers' | 'case_events' | 'deadlines']: Insertable<Schema[T]>[] }

const told: Partial<Record<TransferVerb, string>> = {
  ask: '转会已送原工会，到期不答复就自动转出',
  askOwn: '已送工会确认，不答复就自动确认',
  propose: '工会决定除名，已报上一级工会；没有批准之前您还是会员',
  release: '原工会已同意转出，由新工会接收',
  autoRelease: '原工会没有答复，已自动转出，由新工会接收',
  object: '原工会有异议，由上级工会决定',
  overrule: '上级工会认为异议不成立，已转出',
  sustain: '上级工会认为异议成立，您还是原工会的会员',
  accept: '转会办好了',
  escalate: '新工会没有答复，已转上一级工会',
  refuse: '新工会没有接收，由上级工会安置',
  place: '已由上级工会代管您的会籍；找到新单位可以再转',
  confirm: '工会已确认',
  withdraw: '您撤回了，会籍没有变',
}

const noted: Partial<Record<TransferVerb, string>> = {
  object: '花名册上还有他，核实后再转',
  overrule: '已看到离职证明',
  sustain: '本人确认还没有离职',
  refuse: '查无此人，可能报错了单位',
  autoRelease: '原工会到期没有答复',
  escalate: '新工会到期没有答复',
}

const isFinal = (state: TransferState): boolean => workflow.final.includes(state)

export const stateAfter = (steps: readonly Step[]): TransferState =>
  steps.reduce<TransferState>((state, { verb }) => workflow.steps[verb].to ?? state, workflow.start)

/** Who has it after these steps. */
function unitAfter({ from, to, steps }: Planned): string {
  const target = to?.path ?? from.path
  const state = stateAfter(steps)
  if (steps.some(({ verb }) => verb === 'escalate')) return upperOf(target)
  if (state === 'releasing' || state === 'withdrawn' || state === 'confirming') return from.path
  if (state === 'objected' || state === 'declined' || state === 'approving') return upperOf(from.path)
  return state === 'placing' || state === 'refused' ? upperOf(target) : target
}

export const idOf = (n: number): string => seededId('transfer', n)

/** All rows of one matter. */
export function addMatter(rows: Rows, house: House, planned: Planned, number: string): void {
  const { n, kind, member, from, to, steps } = planned
  const id = idOf(n)
  const state = stateAfter(steps)
  const ended = steps.at(-1)?.at ?? ''
  const has = (verb: TransferVerb) => steps.some((step) => step.verb === verb)
  const basis = '生效判决：（演示）刑事判决书\n工会决定：委员会会议，全体同意'
  rows.transfers.push({
    federation_id: house.federationId,
    id,
    number,
    title: to ? `转会：${from.name} → ${to.name}` : `${kinds[kind]}：${from.name}`,
    summary: kinds[kind],
    source: steps[0]?.by ? '原工会' : '本人',
    state,
    org_path: to?.path ?? from.path,
    unit_path: unitAfter(planned),
    owner_id: member.id,
    kind,
    asked_by: steps[0]?.by ? 'old_union' : 'member',
    person_id: member.id,
    from_union_id: from.id,
    from_path: from.path,
    was: 'full',
    to_union_id: to?.id ?? null,
    to_path: to?.path ?? null,
    to_enterprise_id: to?.enterpriseId ?? null,
    retain_reason: kind === 'retain' ? (['retired', 'laid_off', 'unemployed'] as const)[n % 3] : null,
    objection: has('object') ? 'still_working' : null,
    refusal: has('refuse') ? 'not_working' : null,
    basis_sealed: kind === 'expel' ? house.sealer.seal(basis, `transfers.basis:${id}`) : null,
    effective_on: state === 'done' ? dayOf(ended) : null,
    released_by_silence: has('autoRelease'),
    created_at: steps[0]?.at ?? ended,
    updated_at: ended,
    closed_at: isFinal(state) ? ended : null,
  })
  addEvents(rows, house, planned, id)
  addClocks(rows, house, planned, id)
}

const hand = (verb: TransferVerb, { by }: Step): { id: string | null; name: string; org: string } => {
  if (by) return { id: by.personId, name: by.name, org: by.orgName }
  const isSystem = verb === 'autoRelease' || verb === 'escalate'
  return { id: null, name: isSystem ? '系统' : '本人', org: '' }
}

function addEvents(rows: Rows, house: House, { n, steps }: Planned, id: string): void {
  let state: TransferState | null = null
  steps.forEach((step, i) => {
    const { verb, at } = step
    const to: TransferState = workflow.steps[verb].to ?? state ?? workflow.start
    const actor = hand(verb, step)
    rows.case_events.push({
      federation_id: house.federationId,
      id: seededId(`transfer event ${i}`, n),
      line: 'transfers',
      record_id: id,
      verb,
      from_state: state,
      to_state: to,
      at,
      actor_id: actor.id,
      actor_name: actor.name,
      actor_org: actor.org,
      note: noted[verb] ?? '',
      message: told[verb] ?? '',
    })
    state = to
  })
}

function addClocks(rows: Rows, house: House, { n, steps }: Planned, id: string): void {
  const isOver = isFinal(stateAfter(steps))
  steps.forEach(({ verb, at }, i) => {
    for (const [name, use] of Object.entries(workflow.clocks)) {
      if (!use.opens.includes(verb)) continue
      const met = steps.slice(i + 1).find((step) => use.meets.includes(step.verb))?.at ?? null
      rows.deadlines.push({
        federation_id: house.federationId,
        id: seededId(`transfer clock ${name} ${i}`, n),
        record_id: id,
        ...clockAt(house, workflow, name, at, {}),
        met_at: met,
        cancelled_at: isOver && met === null ? (steps.at(-1)?.at ?? at) : null,
      })
    }
  })
}
