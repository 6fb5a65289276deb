import { type Insertable, type Selectable, sql } from 'kysely'
import { hashOf, randomOf, seededId } from '../../../district/random.ts'
import { addDays, type Day } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import type { Schema, UnionOfficers } from '../../../kernel/db/schema.gen.ts'
import type { SkillLevel } from '../rules/words.ts'
import { accountContext } from '../union-page.ts'
import type { Plan, PlannedTerm, PlannedUnion } from './plan.ts'

/** A member who may hold an office, numbered within the union. */
export type Candidate = { id: string; name: string; sex: string }
type Table = 'union_terms' | 'union_certificates' | 'union_officers' | 'union_profiles'
export type Rows = { [T in Table]: Insertable<Schema[T]>[] } & { skills: { id: string; level: SkillLevel }[] }
type Officer = Selectable<UnionOfficers>

export const noRows = (): Rows => ({
  union_terms: [],
  union_certificates: [],
  union_officers: [],
  union_profiles: [],
  skills: [],
})

/** Officers of the years whose figures are looked at; older terms are known by their days alone. */
const OFFICERS_SINCE = '2023-01-01'
/** On record is a quarter of the heads: a union of which so many are on record has well over a hundred members. */
const CONGRESS = 40
const DELEGATES = 30
const WOMEN_COMMITTEE = 10

/** All rows of one union. */
export function addUnion(
  rows: Rows,
  house: House,
  union: PlannedUnion,
  plan: Plan,
  people: readonly Candidate[],
  members: number,
): void {
  const own = { federation_id: house.federationId, org_id: union.id, org_path: union.path }
  for (const term of plan.terms) {
    const id = seededId('union term', union.number * 20 + term.ordinal)
    rows.union_terms.push({
      ...own,
      id,
      ordinal: term.ordinal,
      from_on: term.fromOn,
      years: term.years,
      expires_on: term.expiresOn,
      ended_on: term.endedOn,
    })
    if ((term.endedOn ?? '9999') < OFFICERS_SINCE) continue
    // The first of them chairs now, others did before.
    const chair = people[(plan.terms.length - term.ordinal) % Math.max(1, people.length)]
    if (plan.hasCertificate && chair) addCertificate(rows, own, union, term, chair)
    if (!chair) continue
    if (term.endedOn) addOffice(rows, own, union, { term, termId: id, person: chair, duty: 'chair' })
    else addCommittee(rows, own, union, { term, termId: id, people, chair, members, chairLeftOn: plan.chairLeftOn })
  }
  addProfile(rows, house, own, union)
}

type Own = { federation_id: string; org_id: string; org_path: string }

function addCertificate(rows: Rows, own: Own, union: PlannedUnion, term: PlannedTerm, chair: Candidate): void {
  const issued = addDays(term.fromOn, 12 + (union.number % 30))
  const ended = term.endedOn && addDays(term.endedOn, 12 + (union.number % 30))
  const isOver = ended !== null && ended <= term.expiresOn
  rows.union_certificates.push({
    ...own,
    id: seededId('union certificate', union.number * 20 + term.ordinal),
    number: `粤工法证字第${String(union.number).padStart(6, '0')}-${term.ordinal}号`,
    credit_code: union.creditCode ?? '',
    legal_person_id: chair.id,
    legal_name: chair.name,
    issued_on: issued,
    expires_on: term.expiresOn,
    state: term.endedOn ? 'replaced' : 'valid',
    ended_on: term.endedOn ? (isOver ? ended : addDays(term.expiresOn, 1)) : null,
  })
}

type Office = {
  term: PlannedTerm
  termId: string
  person: Candidate
  duty: Officer['duty']
  leftOn?: Day | null
}

function addOffice(rows: Rows, own: Own, union: PlannedUnion, { term, termId, person, duty, leftOn }: Office): void {
  rows.union_officers.push({
    ...own,
    id: seededId(
      'union officer',
      union.number * 64 + rows.union_officers.filter(({ org_id }) => org_id === own.org_id).length,
    ),
    person_id: person.id,
    duty,
    is_full_time: duty === 'chair' && union.number % 25 === 0,
    term_id: termId,
    from_on: term.fromOn,
    to_on: leftOn ?? term.endedOn,
    ended_for: leftOn ? 'resigned' : term.endedOn ? 'term' : '',
  })
}

type Committee = {
  term: PlannedTerm
  termId: string
  people: readonly Candidate[]
  chair: Candidate
  members: number
  chairLeftOn: Day | null
}

/** Chair, audit and women of every union; committee and treasurer where there are enough people, delegates where the members are many. */
function addCommittee(rows: Rows, own: Own, union: PlannedUnion, of: Committee): void {
  const { term, termId, people, chair, members, chairLeftOn } = of
  const add = (person: Candidate | undefined, duty: Officer['duty'], leftOn: Day | null = null) => {
    if (!person) return
    addOffice(rows, own, union, { term, termId, person, duty, leftOn })
    if (counted.includes(duty)) addSkill(rows, person)
  }
  const others = people.filter(({ id }) => id !== chair.id)
  const isLeft = chairLeftOn !== null && chairLeftOn > term.fromOn
  add(chair, 'chair', isLeft ? chairLeftOn : null)
  add(others[0], 'audit_chair')
  const women = people.filter(({ sex }) => sex === 'female')
  add(women.at(-1), members >= WOMEN_COMMITTEE * 2 ? 'women_chair' : 'women_committee')
  if (members >= 16) for (const person of others.slice(1, 3)) add(person, 'committee')
  if (union.number % 5 > 1) add(others[3], 'treasurer')
  if (union.isOwn && members >= CONGRESS && union.number % 4 === 0)
    for (const person of others.slice(4, 4 + DELEGATES)) add(person, 'delegate')
}

/** Whose skill level the figures look at. */
const counted: readonly Officer['duty'][] = ['chair', 'committee', 'delegate']
const levels: readonly SkillLevel[] = ['junior', 'intermediate', 'intermediate', 'senior', 'senior', 'technician']

/** One in four has a skill level. */
function addSkill(rows: Rows, person: Candidate): void {
  const random = randomOf('union skill', hashOf(person.id))
  if (random() > 0.26) return
  const level = random() < 0.02 ? 'senior_technician' : levels[Math.floor(random() * levels.length)]
  if (level) rows.skills.push({ id: person.id, level })
}

function addProfile(rows: Rows, house: House, own: Own, union: PlannedUnion): void {
  const { id, number, foundedOn, address } = union
  const isFull = number % 3 !== 0
  const account = `4000${String(number * 7919).padStart(12, '0')}`
  rows.union_profiles.push({
    ...own,
    approval_number: `龙工组〔${foundedOn.slice(0, 4)}〕${1 + (number % 400)}号`,
    approved_on: foundedOn,
    address: number % 4 === 0 ? null : address,
    dues_code: isFull ? `GH${String(number).padStart(8, '0')}` : null,
    account_bank: isFull ? '中国工商银行深圳龙岗支行' : null,
    account_number_sealed: isFull ? house.sealer.seal(account, accountContext(id)) : null,
    updated_at: house.clock(),
  })
}

const types: { [T in Table]: Record<string, string> } = {
  union_terms: {
    federation_id: 'text',
    id: 'uuid',
    org_id: 'uuid',
    org_path: 'text',
    ordinal: 'integer',
    from_on: 'date',
    years: 'integer',
    expires_on: 'date',
    ended_on: 'date',
  },
  union_certificates: {
    federation_id: 'text',
    id: 'uuid',
    org_id: 'uuid',
    org_path: 'text',
    number: 'text',
    credit_code: 'text',
    legal_person_id: 'uuid',
    legal_name: 'text',
    issued_on: 'date',
    expires_on: 'date',
    state: 'text',
    ended_on: 'date',
  },
  union_officers: {
    federation_id: 'text',
    id: 'uuid',
    org_id: 'uuid',
    org_path: 'text',
    person_id: 'uuid',
    duty: 'text',
    is_full_time: 'boolean',
    term_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
    ended_for: 'text',
  },
  union_profiles: {
    federation_id: 'text',
    org_id: 'uuid',
    org_path: 'text',
    approval_number: 'text',
    approved_on: 'date',
    address: 'text',
    dues_code: 'text',
    account_bank: 'text',
    account_number_sealed: 'text',
    updated_at: 'timestamptz',
  },
}

/** One statement for each table, one array for each column. */
export async function insertAll(tx: Tx, rows: Rows): Promise<void> {
  for (const table of Object.keys(types) as Table[]) {
    const of: readonly Record<string, unknown>[] = rows[table]
    if (of.length === 0) continue
    const columns = Object.entries(types[table])
    const arrays = columns.map(([column, type]) => sql`${of.map((row) => row[column] ?? null)}::${sql.raw(type)}[]`)
    const names = sql.join(columns.map(([column]) => sql.id(column)))
    await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${sql.join(arrays)})`.execute(tx)
  }
  const { skills } = rows
  await sql`update persons p set skill_level = s.level from unnest(${skills.map(({ id }) => id)}::uuid[], ${skills.map(({ level }) => level)}::text[]) as s (id, level)
    where p.federation_id = ${rows.union_terms[0]?.federation_id ?? ''} and p.id = s.id and p.skill_level = ''`.execute(
    tx,
  )
}
