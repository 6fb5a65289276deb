import type { Insertable } from 'kysely'
import type { Cast } from '../../../district/cast.ts'
import { mediators, streetOfficers } from '../../../district/officers.ts'
import { seededId } from '../../../district/random.ts'
import { addMilliseconds, dayOf, instantAt, millisecondsBetween } from '../../../kernel/calendar/days.ts'
import { dueAt, ruleAt } from '../../../kernel/calendar/deadlines.ts'
import { addOfficeHours } from '../../../kernel/calendar/officehours.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { clockAt } from '../../../kernel/workflow/clocks.ts'
import { titleOf } from '../rules/matching.ts'
import { channels } from '../rules/words.ts'
import { type AppealState, workflow } from '../workflow.ts'
import type { Planned } from './plan.ts'
import { contactNotes } from './stories.ts'

export type Rows = {
  [T in 'disputes' | 'appeals' | 'case_events' | 'deadlines' | 'recoveries']: Insertable<Schema[T]>[]
}

type Verb = keyof typeof workflow.steps
/** What happened, when, by whom. */
export type Step = { verb: Verb; at: string; by: Cast | null }

/** Officers work while offices are open. */
const worked = (house: House, at: string, hours: number): string => addOfficeHours(at, hours, house.calendar)

/** A point between two instants, moved to when offices are open. */
const between = (house: House, from: string, to: string, share: number): string => {
  const at = addMilliseconds(from, Math.round(millisecondsBetween(from, to) * share))
  return worked(house, at, 0.02)
}

export const officerOfStreet = (p: Planned): Cast =>
  streetOfficers.find((o) => p.person.enterprise.community.path.startsWith(o.orgPath)) as Cast
export const handlerOf = (p: Planned): Cast =>
  p.n % 3 === 0 ? (mediators[p.n % mediators.length] as Cast) : officerOfStreet(p)

/** The limit within which the answer of this matter was due, from the day it was accepted. */
const answerDue = (house: House, p: Planned, accepted: string): string =>
  dueAt(ruleAt(house.rules, `appeals.answer.${p.difficulty}`, dayOf(accepted)), accepted, house.calendar)

/** The life of a matter that came in at `received` and has ended. */
export function stepsToEnd(house: House, p: Planned, received: string): Step[] {
  const officer = officerOfStreet(p)
  const accepted = worked(house, received, 1 + (p.n % 5))
  const first: Step[] = [{ verb: 'receive', at: received, by: p.channel === 'hall' ? null : officer }]
  const accept: Step = { verb: 'accept', at: accepted, by: officer }
  if (p.ending === 'declined') return [...first, { verb: 'decline', at: accepted, by: officer }]
  if (p.ending === 'withdrawn')
    return [...first, accept, { verb: 'withdraw', at: worked(house, accepted, 9), by: null }]
  if (p.ending === 'merged') return [...first, accept, { verb: 'merge', at: worked(house, accepted, 6), by: officer }]
  return [...first, accept, ...stepsAfter(house, p, accepted)]
}

function stepsAfter(house: House, p: Planned, accepted: string): Step[] {
  const officer = officerOfStreet(p)
  const handler = handlerOf(p)
  const answered = between(house, accepted, answerDue(house, p, accepted), p.pace)
  const signed = worked(house, accepted, 1.6)
  // Who handled it does not follow it up: where the officer did, the worker's own rating closes the matter.
  const isRated = handler === officer || (p.satisfaction !== 'unreachable' && p.n % 2 === 0)
  const followed = worked(house, answered, 5)
  return [
    { verb: 'classify', at: worked(house, accepted, 0.3), by: officer },
    { verb: 'assign', at: worked(house, accepted, 0.5), by: officer },
    { verb: 'sign', at: signed, by: handler },
    { verb: 'contact', at: worked(house, signed, 2 + (p.n % 4)), by: handler },
    { verb: 'answer', at: answered, by: handler },
    { verb: isRated ? 'rate' : 'followUp', at: followed, by: isRated ? null : officer },
    {
      verb: isRated ? 'settle' : 'close',
      at: isRated ? followed : worked(house, followed, 3),
      by: isRated ? null : officer,
    },
  ]
}

/** Working days ago at which a matter came in that has come so many steps: seldom more than its limits allow. */
const daysAgo = [0, 1, 1, 1, 1, 3, 5] as const

/** A matter that stands open somewhere on its way, as far as it has come by now; one in ten is late. */
export function stepsToNow(house: House, p: Planned, now: string): Step[] {
  const stage = p.n % daysAgo.length
  const days = (daysAgo[stage] as number) + (p.n % 10 === 4 ? 4 : 0)
  const day = house.calendar.addWorkingDays(dayOf(now), days === 0 ? 0 : -days)
  const morning = instantAt(day, `${String(8 + (p.n % 4)).padStart(2, '0')}:${String((p.n * 7) % 60).padStart(2, '0')}`)
  const received = morning < now ? morning : addMilliseconds(now, -(20 + p.n) * 60_000)
  const plan = { ...p, ending: 'closed', satisfaction: 'unreachable', pace: stage === 6 ? 0.3 : p.pace } as const
  const reached = stepsToEnd(house, plan, received)
    .slice(0, stage + 1)
    .filter((step) => step.at <= now)
  const last = reached.at(-1)
  if (stage === 1 && p.n % 3 === 0 && last)
    return [...reached, { verb: 'escalate', at: last.at, by: officerOfStreet(p) }]
  return reached.length > 0 ? reached : [{ verb: 'receive', at: received, by: null }]
}

/** One in seven of the newly accepted matters has been handed up to the district, which has to place it. */
const isEscalated = (p: Planned, steps: readonly Step[]): boolean =>
  p.ending === 'open' && steps.at(-1)?.verb === 'escalate'

const stateAfter = (steps: readonly Step[]): AppealState => {
  const last = steps.findLast((step) => 'to' in workflow.steps[step.verb])
  const step = last ? (workflow.steps[last.verb] as { to?: AppealState }) : undefined
  return step?.to ?? workflow.start
}

/** All rows of one matter. */
export function addMatter(
  rows: Rows,
  house: House,
  p: Planned,
  seed: string,
  number: string,
  steps: readonly Step[],
): void {
  const id = seededId(`${seed} appeal`, p.n)
  const disputeId = seededId(`${seed} dispute`, p.n)
  const state = stateAfter(steps)
  const at = (verb: Verb) => steps.find((step) => step.verb === verb)?.at ?? null
  const isOver = (workflow.final as readonly string[]).includes(state)
  const ends = steps.at(-1) as Step
  const { enterprise } = p.person
  const federation_id = house.federationId
  const title = titleOf(p.category, p.headcount)
  const owner = p.channel === 'hall' && !p.isAnonymous ? p.person.id : null
  rows.disputes.push({
    federation_id,
    id: disputeId,
    number: number.replace('SQ', 'DS'),
    title,
    org_path: enterprise.community.path,
    owner_id: owner,
    person_id: owner,
    enterprise_id: enterprise.id,
    opened_at: steps[0]?.at ?? ends.at,
  })
  const isAssigned = at('assign') !== null
  const isAnswered = at('answer') !== null
  const seal = (column: string, text: string) => house.sealer.seal(text, `appeals.${column}:${id}`)
  rows.appeals.push({
    federation_id,
    id,
    number,
    title,
    summary: enterprise.name,
    source: channels[p.channel],
    state,
    org_path: enterprise.community.path,
    unit_path: isEscalated(p, steps) ? `${house.federationId}.` : officerOfStreet(p).orgPath,
    owner_id: owner,
    assignee_id: isAssigned ? handlerOf(p).personId : null,
    dispute_id: disputeId,
    channel: p.channel,
    outside_number:
      p.channel === '12345' ? `${steps[0]?.at.slice(2, 10).replaceAll('-', '')}${String(p.n).padStart(5, '0')}` : null,
    is_anonymous: p.isAnonymous,
    person_id: p.isAnonymous ? null : p.person.id,
    story_sealed: seal('story', p.story),
    contact_name_sealed: p.isAnonymous ? null : seal('contact_name', p.person.name),
    contact_phone_sealed: p.isAnonymous ? null : seal('contact_phone', p.person.phone),
    contact_phone_index: p.isAnonymous ? null : house.sealer.blindIndex('phone', p.person.phone),
    enterprise_id: enterprise.id,
    enterprise_name: enterprise.name,
    headcount: p.headcount,
    claim_fen: p.claimFen,
    category: p.category,
    difficulty: p.difficulty,
    decline_reason: state === 'declined' ? '已在法院审理，请等待判决' : null,
    answer_sealed: isAnswered ? seal('answer', p.answer) : null,
    answer_outcome: isAnswered ? p.outcome : null,
    recovered_fen: isAnswered ? p.recoveredFen : 0,
    recovered_basis: isAnswered && p.recoveredFen > 0 ? (p.outcome === 'paid' ? 'payment' : 'agreement') : null,
    satisfaction: state === 'closed' ? p.satisfaction : null,
    rating_sealed: state === 'closed' && p.review ? seal('rating', p.review) : null,
    created_at: steps[0]?.at ?? ends.at,
    updated_at: ends.at,
    closed_at: isOver ? ends.at : null,
  })
  if (state === 'closed' && p.recoveredFen > 0) {
    rows.recoveries.push({
      federation_id,
      id: seededId(`${seed} recovery`, p.n),
      dispute_id: disputeId,
      line: 'appeals',
      record_id: id,
      amount_fen: p.recoveredFen,
      basis: p.outcome === 'paid' ? 'payment' : 'agreement',
      org_path: enterprise.community.path,
      at: ends.at,
    })
  }
  addEvents(rows, federation_id, p, seed, id, steps)
  addClocks(rows, house, p, seed, id, steps, isOver)
}

function addEvents(
  rows: Rows,
  federation_id: string,
  p: Planned,
  seed: string,
  id: string,
  steps: readonly Step[],
): void {
  let state: string | null = null
  steps.forEach(({ verb, at, by }, i) => {
    const step = workflow.steps[verb] as { to?: string; tells?: string }
    const to: string = step.to ?? state ?? workflow.start
    rows.case_events.push({
      federation_id,
      id: seededId(`${seed} event ${i}`, p.n),
      line: 'appeals',
      record_id: id,
      verb,
      from_state: state,
      to_state: to,
      at,
      actor_id: by?.personId ?? null,
      actor_name: by?.name ?? '本人',
      actor_org: by?.orgName ?? '',
      note: verb === 'contact' ? (contactNotes[p.n % contactNotes.length] as string) : '',
      message: step.tells ?? (verb === 'answer' ? '您的诉求有结果了，请看答复并评价' : ''),
    })
    state = to
  })
}

function addClocks(
  rows: Rows,
  house: House,
  p: Planned,
  seed: string,
  id: string,
  steps: readonly Step[],
  isOver: boolean,
): void {
  Object.entries(workflow.clocks).forEach(([name, use], i) => {
    const opened = steps.find((step) => use.opens.includes(step.verb))
    if (!opened) return
    const met = steps.find((step) => use.meets.includes(step.verb) && step.at >= opened.at)
    rows.deadlines.push({
      federation_id: house.federationId,
      id: seededId(`${seed} clock ${i}`, p.n),
      record_id: id,
      ...clockAt(house, workflow, name, opened.at, p),
      met_at: met?.at ?? null,
      cancelled_at: !met && isOver ? (steps.at(-1) as Step).at : null,
    })
  })
}
