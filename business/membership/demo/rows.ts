import type { Insertable } from 'kysely'
import { seededId } from '../../../district/random.ts'
import { addMilliseconds, dayOf, millisecondsBetween } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { clockAt } from '../../../kernel/workflow/clocks.ts'
import { ageClass } from '../rules/age.ts'
import { wayOf } from '../rules/way.ts'
import { type MembershipState, type MembershipVerb, workflow } from '../workflow.ts'
import { type Planned, type Step, stateAfter, streetOf, unitAfter } from './plan.ts'

export type Rows = { [T in 'membership' | 'case_events' | 'deadlines']: Insertable<Schema[T]>[] }
/** A union that may be asked, by its path. */
export type Org = { id: string; path: string; name: string }

export const idOf = (n: number): string => seededId('membership', n)

const told: Partial<Record<MembershipVerb, string>> = {
  apply: '申请已送工会，三个工作日内答复；到期没有答复会自动上报上一级工会',
  flag: '申请已交区总工会，会有专人联系您。工会不会把这件事告诉单位',
  approve: '工会同意您入会，会员证可以用了',
  pool: '您已经是会员，先由街道总工会接收，线上的服务可以用了；找到合适的工会再转过去',
  place: '已有工会接收您，入会办好了',
  askSupplement: '请补正：姓名和证件上的不一样',
  resubmit: '您补正了：改正了姓名或证件号码',
  decline: '工会没有同意：不在这里上班。单位花名册上没有您，换了单位请重新申请',
  escalate: '审核过了时限，已上报上一级工会',
  move: '您还是别的工会的会员，已为您提出转会，不用再申请',
}

const isFinal = (state: MembershipState): boolean => workflow.final.includes(state)
const deciding: readonly MembershipVerb[] = ['approve', 'pool', 'move', 'decline', 'conclude']

/** The union asked: that of the firm, of its community, or the street's pool. */
export function askedOf({ kind, applicant }: Planned, orgs: ReadonlyMap<string, Org>): { way: Way; org: Org | null } {
  if (kind === 'child') return { way: 'place', org: null }
  if (kind === 'pool') return { way: 'pool', org: orgs.get(`${streetOf(applicant.placePath)}pool.`) ?? null }
  const { union, placePath } = applicant
  const named = union && { ...union, kind: 'enterprise' }
  const community = orgs.get(placePath)
  const found = wayOf({
    ofFirm: named,
    ofCommunity: community ? { ...community, form: null, kind: 'community' } : null,
    ofStreet: null,
    hasFirm: true,
  })
  return { way: found.way, org: found.union }
}
type Way = Insertable<Schema['membership']>['way']

/** All rows of one application. */
export function addMatter(
  rows: Rows,
  house: House,
  planned: Planned,
  number: string,
  orgs: ReadonlyMap<string, Org>,
): void {
  const { n, applicant, steps } = planned
  const id = idOf(n)
  const state = stateAfter(steps)
  const last = steps.at(-1)?.at ?? ''
  const { way, org } = askedOf(planned, orgs)
  const path = org?.path ?? `${house.federationId}.`
  const birthOn = applicant.birthOn
  rows.membership.push({
    federation_id: house.federationId,
    id,
    number,
    title: org ? `申请加入：${org.name}` : '入会申请：由区总工会核对',
    source: '服务大厅',
    state,
    org_path: path,
    unit_path: unitAfter(planned),
    owner_id: applicant.id,
    person_id: applicant.id,
    channel: 'hall',
    way,
    union_id: org?.id ?? null,
    enterprise_id: planned.kind === 'pool' ? null : applicant.enterpriseId,
    enterprise_name: planned.kind === 'pool' ? '' : applicant.enterpriseName,
    new_form_kind: planned.newFormKind,
    ...sealedOf(house, id, planned),
    id_kind: 'resident',
    sex: applicant.sex,
    birth_on: birthOn,
    is_juvenile: ageClass(birthOn, dayOf(steps[0]?.at ?? last)) === 'juvenile',
    asked_for: state === 'supplementing' ? '姓名和证件上的不一样' : '',
    decline_reason: state === 'declined' ? 'not_here' : null,
    escalations: steps.filter(({ verb }) => verb === 'escalate').length,
    decided_at: steps.find(({ verb }) => deciding.includes(verb))?.at ?? null,
    created_at: steps[0]?.at ?? last,
    updated_at: last,
    closed_at: isFinal(state) ? last : null,
  })
  addEvents(rows, house, planned, id)
  addClocks(rows, house, planned, id)
}

function sealedOf({ sealer }: House, id: string, { applicant }: Planned) {
  const { name, idNumber, phone } = applicant
  return {
    name_sealed: sealer.seal(name, `membership.name:${id}`),
    id_number_sealed: sealer.seal(idNumber, `membership.id_number:${id}`),
    id_number_index: sealer.blindIndex('id', idNumber),
    phone_sealed: phone && sealer.seal(phone, `membership.phone:${id}`),
    phone_index: phone && sealer.blindIndex('phone', phone),
  }
}

function handOf({ by }: Step, applicantId: string): { id: string | null; name: string; org: string } {
  if (by === 'worker') return { id: applicantId, name: '本人', org: '' }
  return by === 'system' ? { id: null, name: '系统', org: '' } : { id: by.personId, name: by.name, org: by.orgName }
}

function addEvents(rows: Rows, house: House, { n, applicant, steps }: Planned, id: string): void {
  let state: MembershipState | null = null
  steps.forEach((step, i) => {
    const to: MembershipState = workflow.steps[step.verb].to ?? state ?? workflow.start
    const actor = handOf(step, applicant.id)
    rows.case_events.push({
      federation_id: house.federationId,
      id: seededId(`membership event ${i}`, n),
      line: 'membership',
      record_id: id,
      verb: step.verb,
      from_state: state,
      to_state: to,
      at: step.at,
      actor_id: actor.id,
      actor_name: actor.name,
      actor_org: actor.org,
      note: step.verb === 'escalate' ? '到期没有审核，系统自动上报' : '',
      message: told[step.verb] ?? '',
    })
    state = to
  })
}

/** Milliseconds that the clocks stood still, while something was to be supplemented. */
function pausedFor(steps: readonly Step[]): number {
  const from = steps.find(({ verb }) => verb === 'askSupplement')?.at
  const to = steps.find(({ verb }) => verb === 'resubmit')?.at
  return from && to ? millisecondsBetween(from, to) : 0
}

function addClocks(rows: Rows, house: House, { n, steps }: Planned, id: string): void {
  const state = stateAfter(steps)
  const last = steps.at(-1)?.at ?? ''
  steps.forEach(({ verb, at }, i) => {
    for (const [name, use] of Object.entries(workflow.clocks)) {
      if (!use.opens.includes(verb)) continue
      const clock = clockAt(house, workflow, name, at, {})
      const met = steps.slice(i + 1).find((step) => use.meets.includes(step.verb))?.at ?? null
      rows.deadlines.push({
        federation_id: house.federationId,
        id: seededId(`membership clock ${name} ${i}`, n),
        record_id: id,
        ...clock,
        due_at: addMilliseconds(clock.due_at, pausedFor(steps.slice(i + 1))),
        met_at: met,
        cancelled_at: isFinal(state) && met === null ? last : null,
        paused_at: state === 'supplementing' ? last : null,
        pause_reason: state === 'supplementing' ? '等本人补正' : null,
      })
    }
  })
}
