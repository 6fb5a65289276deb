import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import {
  certificateStates,
  changeKinds,
  duties,
  forms,
  grounds,
  leavings,
  skillLevels,
  termStates,
} from './rules/words.ts'

export const keys = <K extends string>(of: Readonly<Record<K, string>>) => z.enum(Object.keys(of) as [K, ...K[]])
export const Kind = keys(changeKinds)
export const Ground = keys(grounds)
export const Duty = keys(duties)
export const Leaving = keys(leavings)
export const TermState = keys(termStates)
export const CertificateState = keys(certificateStates)
export const Form = keys(forms)
export const SkillLevel = keys(skillLevels)
const dayOrNull = shapes.day.nullable()
const text = z.string().nullable()

/** Headcounts by sex, origin and employment, folded over the registry of persons; what is not known counts apart. */
const Fold = z.object({
  all: z.int(),
  women: z.int(),
  migrants: z.int(),
  dispatched: z.int(),
  unknownOrigin: z.int(),
  unknownEmployment: z.int(),
})

/** A union in the register. */
export const UnionRow = z.object({
  id: shapes.id,
  path: z.string(),
  name: z.string(),
  place: z.string(),
  form: Form.nullable(),
  members: z.int(),
  chairName: text,
  termUntil: dayOrNull,
  termState: TermState,
  certificateUntil: dayOrNull,
  certificateState: CertificateState,
  isRegular: z.boolean(),
})

const Term = z.object({
  ordinal: z.int(),
  fromOn: shapes.day,
  years: z.int(),
  expiresOn: shapes.day,
  extendedTo: dayOrNull,
  endedOn: dayOrNull,
})
const Certificate = z.object({
  number: z.string(),
  creditCode: z.string(),
  legalName: z.string(),
  issuedOn: shapes.day,
  expiresOn: shapes.day,
  endedOn: dayOrNull,
  state: z.enum(['valid', 'replaced', 'lost', 'cancelled']),
})
const Officer = z.object({
  id: shapes.id,
  personId: shapes.id,
  name: z.string(),
  duty: Duty,
  isFullTime: z.boolean(),
  fromOn: shapes.day,
})
const Firm = z.object({
  id: shapes.id,
  name: z.string(),
  headcount: z.int(),
  headcountOn: shapes.day,
  headcountSource: z.enum(['social_insurance', 'declared', 'visit']),
  isAlive: z.boolean(),
})
const Election = z.object({
  id: shapes.id,
  number: z.string(),
  stateTitle: z.string(),
  isOpen: z.boolean(),
  /** Confirmed, and those elected have not taken office yet. */
  isWaiting: z.boolean(),
  fromOn: dayOrNull,
})
const Change = z.object({
  id: shapes.id,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  createdAt: shapes.instant,
})

/** One union with all that the union form asks (D:C1.5). */
export const Union = z.object({
  id: shapes.id,
  path: z.string(),
  kind: z.enum(['district', 'street', 'community', 'enterprise']),
  name: z.string(),
  form: Form.nullable(),
  creditCode: text,
  foundedOn: dayOrNull,
  closedOn: dayOrNull,
  above: z.object({ path: z.string(), name: z.string() }).nullable(),
  formerNames: z.array(z.object({ name: z.string(), until: dayOrNull })),
  approvalNumber: text,
  approvedOn: dayOrNull,
  address: text,
  duesCode: text,
  accountBank: text,
  /** **** 0000 */
  account: text,
  firms: z.array(Firm),
  firmCount: z.int(),
  livingFirms: z.int(),
  headcount: z.int(),
  workers: Fold,
  members: Fold,
  /** Members kept without dues and vote. */
  retained: z.int(),
  officers: z.array(Officer),
  delegates: z.int(),
  terms: z.array(Term),
  termUntil: dayOrNull,
  termState: TermState,
  postponeUntil: dayOrNull,
  chairVacantSince: dayOrNull,
  chairDueOn: dayOrNull,
  certificates: z.array(Certificate),
  certificateUntil: dayOrNull,
  certificateState: CertificateState,
  isRegular: z.boolean(),
  election: Election.nullable(),
  changes: z.array(Change),
  missing: z.array(
    z.object({
      field: z.string(),
      title: z.string(),
      act: z.enum(['edit', 'recordTerm', 'callElection', 'appoint', 'certificate', 'enterprises']),
    }),
  ),
})
