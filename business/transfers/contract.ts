import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { kinds, objections, refusals, retainReasons, standings } from './rules/words.ts'
import { workflow } from './workflow.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const { Row, Matter: Common, Followed: Own, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const ListRow = Row.extend({ kind: keys(kinds) })
const note = shapes.text(1000).optional()
const why = shapes.line(1000)
const dayOrNull = shapes.day.nullable()

/** A stint in a union, half-open: `toOn` is the first day no longer in it, null for the present one. */
export const Stint = z.object({
  unionName: z.string(),
  kind: keys(standings),
  fromOn: shapes.day,
  toOn: dayOrNull,
  ending: z.string(),
})

/** Whom it is about, as far as the reader may know; numbers are masked. `isInReach`: the person's own page may be opened. */
const Person = z.object({
  id: shapes.id,
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  isInReach: z.boolean(),
})

export const Matter = Common.extend({
  kind: keys(kinds),
  askedBy: z.string(),
  was: keys(standings),
  fromName: z.string(),
  toName: z.string().nullable(),
  unitName: z.string(),
  enterpriseName: z.string().nullable(),
  reason: z.string().nullable(),
  objection: z.string().nullable(),
  refusal: z.string().nullable(),
  basis: z.string().nullable(),
  effectiveOn: dayOrNull,
  isReleasedBySilence: z.boolean(),
  person: Person.nullable(),
  stints: z.array(Stint),
})

/** One own matter as the person reads it. */
const Followed = Own.omit({ assigneeName: true }).extend({
  kind: keys(kinds),
  canWithdraw: z.boolean(),
})

/** 我的会籍. */
const Mine = z.object({
  standing: keys(standings),
  unionName: z.string().nullable(),
  since: dayOrNull,
  joinedOn: dayOrNull,
  memberNumber: z.string().nullable(),
  stints: z.array(Stint),
  openId: shapes.id.nullable(),
})

/** A union one may ask for: the firm's own, or that of its place where it has none. */
const Destination = z.object({
  unionId: shapes.id,
  unionName: z.string(),
  enterpriseId: shapes.id.nullable(),
  title: z.string(),
  context: z.string(),
})

/** Whom an officer means: somebody in reach, or whoever shows this document. The person himself leaves both out. */
const whom = {
  personId: shapes.id.optional(),
  idNumber: z.string().trim().max(60, '证件号码太长，请核对').optional(),
}
const own = { personId: shapes.id.optional(), note }
const inReach = { personId: shapes.id }

export const contract = {
  list: query('transfers.read', '会籍变动列表', listed.extend({ kind: keys(kinds).optional() }), pageOf(ListRow)),
  get: query('transfers.read', '一件会籍变动', byId, Matter),
  mine: query('transfers.follow', '我的会籍', z.object({}), Mine),
  matters: query('transfers.follow', '我的会籍变动', z.object({}), z.array(Followed)),
  follow: query('transfers.follow', '我的一件会籍变动', byId, Followed),
  destinations: query('transfers.request', '找新单位的工会', z.object({ text: shapes.line(50) }), z.array(Destination)),
  request: action(
    'transfers.request',
    '申请转会',
    z.object({ ...whom, toUnionId: shapes.id, toEnterpriseId: shapes.id.optional() }),
    Stepped,
  ),
  retain: action('transfers.request', '保留会籍', z.object({ ...own, reason: keys(retainReasons) }), Stepped),
  resume: action('transfers.request', '恢复会籍', z.object(own), Stepped),
  leave: action('transfers.leave', '退会', z.object({ ...own, writtenOn: shapes.day.optional() }), Stepped),
  expel: action(
    'transfers.expel',
    '提出除名',
    z.object({ ...inReach, judgment: shapes.line(100), decision: shapes.line(1000) }),
    Stepped,
  ),
  recordDeath: action('transfers.recordDeath', '登记去世', z.object({ ...inReach, on: shapes.day, note }), Stepped),
  release: action('transfers.release', '同意转出', byId.extend({ note }), Stepped),
  object: action('transfers.object', '提异议', byId.extend({ objection: keys(objections), note: why }), Stepped),
  overrule: action('transfers.overrule', '异议不成立', byId.extend({ note }), Stepped),
  sustain: action('transfers.sustain', '异议成立', byId.extend({ note: why }), Stepped),
  accept: action('transfers.accept', '接收', byId.extend({ note }), Stepped),
  refuse: action('transfers.refuse', '不接收', byId.extend({ refusal: keys(refusals), note: why }), Stepped),
  place: action('transfers.place', '安置', byId.extend({ note }), Stepped),
  confirm: action('transfers.confirm', '确认', byId.extend({ note }), Stepped),
  decline: action('transfers.decline', '不同意', byId.extend({ note: why }), Stepped),
  approve: action('transfers.approve', '批准除名', byId.extend({ note }), Stepped),
  disapprove: action('transfers.disapprove', '不批准除名', byId.extend({ note: why }), Stepped),
  withdraw: action('transfers.withdraw', '撤回', byId.extend({ note }), Stepped),
}
