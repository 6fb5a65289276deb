import type { Insertable } from 'kysely'
import { allEnterprises, type Enterprise } from '../../../district/enterprises.ts'
import { districtOfficers, officerOf } from '../../../district/officers.ts'
import { between, randomOf, seededId } from '../../../district/random.ts'
import { addDays, addYears, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import type { Schema } from '../../../kernel/db/schema.gen.ts'
import { paperOf } from '../rules/papers.ts'
import { forms, origins } from '../rules/words.ts'
import { workflow } from '../workflow.ts'

type Verb = keyof typeof workflow.steps
type Step = { verb: Verb; at: string; by: ReturnType<typeof officerOf> }

const isOfYear = ({ union }: Enterprise): boolean =>
  union !== null && union.form !== 'joint' && union.foundedOn.startsWith('2023')
const ofYear = (): Enterprise[] => allEnterprises().filter(isOfYear)

export const FOUNDED = 250

/** What is done before and after the approval, by whom, and how many days the whole usually takes from there. */
const before: readonly [Verb, 'community' | 'street', number][] = [
  ['receive', 'community', 92],
  ['contact', 'community', 86],
  ['prepare', 'community', 74],
  ['approvePrep', 'street', 66],
  ['elect', 'community', 32],
  ['report', 'community', 8],
]
const after: readonly [Verb, 'community' | 'street' | 'district', number][] = [
  ['approve', 'street', 0],
  ['seal', 'community', 18],
  ['applyLegal', 'community', 27],
  ['register', 'district', 38],
  ['enter', 'community', 47],
  ['linkDues', 'community', 61],
]

const registrar = districtOfficers[1] ?? officerOf('440307.003.')

/** Every step of a founding that was approved on the day its union was founded, in office hours. */
function stepsOf(firm: Enterprise): Step[] {
  const random = randomOf('organising year', firm.n)
  const founded = firm.union?.foundedOn ?? ''
  const by = {
    community: officerOf(firm.community.path),
    street: officerOf(firm.community.street.path),
    district: registrar,
  }
  const pace = 0.7 + random() * 0.6
  const at = (days: number) =>
    instantAt(addDays(founded, Math.round(days * pace)), `${9 + between(random, 0, 7)}:30`.padStart(5, '0'))
  return [
    ...before.map(([verb, who, days]) => ({ verb, at: at(-days), by: by[who] })),
    ...after.map(([verb, who, days]) => ({ verb, at: at(days), by: by[who] })),
  ]
}

/** Three years for one in four, five for the others. */
const yearsOf = ({ union }: Enterprise): 3 | 5 => ((union?.number ?? 1) % 4 === 0 ? 3 : 5)

type Rows = { [T in 'organising' | 'case_events' | 'founding_firms' | 'founding_papers']: Insertable<Schema[T]>[] }

/** All foundings of the year's unions: one for each, closed, with its history, its employer and the paper that approved it. */
export async function insertYear(tx: Tx, house: House): Promise<void> {
  const rows: Rows = { organising: [], case_events: [], founding_firms: [], founding_papers: [] }
  const dated = ofYear().map((firm) => ({ firm, steps: stepsOf(firm) }))
  dated.sort((a, b) => ((a.steps[0]?.at ?? '') < (b.steps[0]?.at ?? '') ? -1 : 1))
  const counts = new Map<string, number>()
  const next = (series: string) => {
    counts.set(series, (counts.get(series) ?? 0) + 1)
    return counts.get(series) ?? 1
  }
  for (const { firm, steps } of dated) addFounding(rows, house, firm, steps, next)
  await tx.insertInto('organising').values(rows.organising).execute()
  await tx.insertInto('founding_firms').values(rows.founding_firms).execute()
  await tx.insertInto('founding_papers').values(rows.founding_papers).execute()
  for (let at = 0; at < rows.case_events.length; at += 1_000) {
    await tx
      .insertInto('case_events')
      .values(rows.case_events.slice(at, at + 1_000))
      .execute()
  }
  await tx
    .insertInto('numbers')
    .values(
      [2022, 2023].map((year) => ({
        federation_id: house.federationId,
        series: 'JH',
        year,
        last: counts.get(String(year)) ?? 0,
      })),
    )
    .execute()
}

function addFounding(
  rows: Rows,
  house: House,
  firm: Enterprise,
  steps: readonly Step[],
  next: (series: string) => number,
) {
  const union = firm.union
  const [first] = steps
  const last = steps.at(-1)
  if (!union || !first || !last) return
  const id = seededId('founding', firm.n)
  const year = dayOf(first.at).slice(0, 4)
  const at = (verb: Verb) => dayOf(steps.find((step) => step.verb === verb)?.at ?? first.at)
  const unionName = `${firm.name}工会委员会`
  const form = union.form === 'new_form' ? 'new_form' : 'single'
  const own = { federation_id: house.federationId }
  rows.organising.push({
    ...own,
    id,
    number: `JH${year}-${String(next(year)).padStart(4, '0')}`,
    title: `${firm.name}建会`,
    summary: forms[form],
    source: origins.registry,
    state: 'running',
    org_path: firm.community.path,
    unit_path: firm.community.path,
    origin: 'registry',
    form,
    firm_name: firm.name,
    union_name: unionName,
    term_years: yearsOf(firm),
    prep_approved_on: at('approvePrep'),
    union_id: union.id,
    approved_on: union.foundedOn,
    sealed_on: at('seal'),
    account_on: at('seal'),
    account_bank: '深圳农村商业银行',
    has_site: true,
    has_funds: true,
    database_code: `440307${String(firm.n).padStart(6, '0')}`,
    tax_code: `S440307${String(firm.n).padStart(6, '0')}`,
    created_at: first.at,
    updated_at: last.at,
    closed_at: last.at,
  })
  rows.founding_firms.push({ ...own, founding_id: id, enterprise_id: firm.id, ordinal: 0, is_open: false })
  rows.case_events.push(...eventsOf(house, id, firm.n, steps))
  rows.founding_papers.push(approvalOf(house, firm, id, unionName, next))
}

function eventsOf(house: House, id: string, n: number, steps: readonly Step[]): Insertable<Schema['case_events']>[] {
  const states = steps.map(({ verb }) => workflow.steps[verb].to ?? 'lead')
  return steps.map(({ verb, at, by }, i) => ({
    federation_id: house.federationId,
    id: seededId('founding event', n * 16 + i),
    line: 'organising',
    record_id: id,
    verb,
    from_state: states[i - 1] ?? null,
    to_state: states[i] ?? 'lead',
    at,
    actor_id: by.personId,
    actor_name: by.name,
    actor_org: by.orgName,
  }))
}

function approvalOf(
  house: House,
  firm: Enterprise,
  id: string,
  unionName: string,
  next: (series: string) => number,
): Insertable<Schema['founding_papers']> {
  const issuedOn = firm.union?.foundedOn ?? ''
  const street = firm.community.street.name
  const issuer = `${street}街道总工会`
  const text = paperOf('founding_approval', {
    unionName,
    firms: [firm.name],
    form: 'single',
    body: 'committee',
    employees: firm.headcount,
    members: 0,
    women: 0,
    upper: issuer,
    termYears: yearsOf(firm),
    heldOn: null,
    elected: [],
    fromOn: issuedOn,
    until: addDays(addYears(issuedOn, yearsOf(firm)), -1),
  })
  return {
    federation_id: house.federationId,
    id: seededId('founding paper', firm.n),
    founding_id: id,
    kind: 'founding_approval',
    number: `${street}街工组〔2023〕${next(street)}号`,
    title: text.title,
    addressee: text.addressee,
    content: text.paragraphs.join('\n'),
    issuer,
    issued_on: issuedOn,
    created_at: instantAt(issuedOn, '09:30'),
  }
}
