import { z } from 'zod'
import { shapes } from '../../kernel/contract/contract.ts'
import { clubKinds, itemStates, marks } from './rules/words.ts'

const keys = <T extends Record<string, string>>(words: T) => z.enum(Object.keys(words) as [keyof T & string])

export const Mark = keys(marks)
export const ClubKind = keys(clubKinds)
export const ItemState = keys(itemStates)
export const Grade = z.int().min(1, '等级是一到四级').max(4, '等级是一到四级')
export const under = z.string().max(200).optional()
export const year = z.int().min(2000, '请填年份').max(2100, '请填年份')
export const count = z.int('请填整数').min(0, '不能是负数').max(1_000_000, '数太大了，请核对')
export const why = z.string().trim().min(4, '请写明原因，至少四个字').max(500, '最多写 500 个字，请精简')
export const byId = z.object({ id: shapes.id })

/** A federation in the register. */
export const Federation = z.object({
  id: shapes.id,
  name: z.string(),
  path: z.string(),
  street: z.string(),
  form: z.string().nullable(),
  grade: z.int().nullable(),
  foundedOn: shapes.day.nullable(),
  firms: z.int(),
  workers: z.int(),
  members: z.int(),
  officers: z.int(),
  officeArea: z.int().nullable(),
  hasAccount: z.boolean().nullable(),
  marks: z.array(Mark),
})

export const Item = z.object({
  code: z.string(),
  title: z.string(),
  group: z.string(),
  isByRecord: z.boolean(),
  state: ItemState,
  record: z.string(),
  note: z.string(),
  mayCheck: z.boolean(),
})

export const Activity = z.object({
  id: shapes.id,
  of: z.string(),
  title: z.string(),
  heldOn: shapes.day,
  heads: z.int(),
  fen: z.int(),
  result: z.string(),
})

export const Club = z.object({
  id: shapes.id,
  name: z.string(),
  kind: ClubKind,
  charter: z.string(),
  members: z.int(),
  countedOn: shapes.day,
  foundedOn: shapes.day,
  endedOn: shapes.day.nullable(),
  activities: z.int(),
  heads: z.int(),
  fen: z.int(),
})

export const GridFirm = z.object({
  id: shapes.id,
  name: z.string(),
  headcount: z.int(),
  grid: z.string().nullable(),
  lastVisitOn: shapes.day.nullable(),
})

export const Grid = z.object({
  id: shapes.id,
  name: z.string(),
  leader: z.string().nullable(),
  leaderId: shapes.id.nullable(),
  firms: z.int(),
})

export const Visit = z.object({
  id: shapes.id,
  firm: z.string(),
  visitedOn: shapes.day,
  visitor: z.string(),
  found: z.string(),
  matterId: shapes.id.nullable(),
  matterState: z.string().nullable(),
})

export const Link = z.object({
  id: shapes.id,
  name: z.string(),
  theme: z.string(),
  street: z.string(),
  sinceOn: shapes.day,
  endedOn: shapes.day.nullable(),
  members: z.array(z.object({ id: shapes.id, name: z.string() })),
  activities: z.int(),
})

export const YearRow = z.object({
  id: shapes.id,
  street: z.string(),
  name: z.string(),
  grade: z.int().nullable(),
  isPilot: z.boolean(),
  isPoint: z.boolean(),
  firms: z.int(),
  met: z.int(),
  notMet: z.int(),
  open: z.int(),
  visits: z.int(),
  visitedFirms: z.int(),
  clubs: z.int(),
  activities: z.int(),
  heads: z.int(),
  links: z.int(),
  awards: z.int(),
})
