import { z } from 'zod'
import { action, pageOf, query, shapes } from '../contract/contract.ts'
import { orgPathShape } from '../org/contract.ts'
import { bands, headcountSources, industries, lives } from './words.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const Life = keys(lives)
const Band = keys(bands)
const Source = keys(headcountSources)
const Industry = keys(industries)
const Headcount = z.int('人数请填整数').min(0, '人数不能是负数').max(1_000_000, '人数太大，请核对')
const byId = z.object({ id: shapes.id })

/** What everybody may know of an employer. The rest is null for who is no officer. */
export const Found = z.object({
  id: shapes.id,
  name: z.string(),
  place: z.string(),
  creditCode: z.string().nullable(),
  band: Band.nullable(),
  life: Life.nullable(),
})

export const Row = z.object({
  id: shapes.id,
  name: z.string(),
  place: z.string(),
  orgPath: z.string(),
  creditCode: z.string().nullable(),
  industry: Industry,
  headcount: z.int(),
  band: Band,
  life: Life,
  isNewForm: z.boolean(),
  unionId: shapes.id.nullable(),
  unionName: z.string().nullable(),
})
export const Enterprise = Row.extend({
  address: z.string(),
  headcountOn: shapes.day,
  headcountSource: Source,
  openedOn: shapes.day,
  closedOn: shapes.day.nullable(),
  unionPath: z.string().nullable(),
  canEdit: z.boolean(),
})

const fields = {
  name: shapes.line(100),
  creditCode: z.string().trim().max(40),
  place: orgPathShape,
  industry: Industry,
  headcount: Headcount,
  headcountOn: shapes.day,
  headcountSource: Source,
  isNewForm: z.boolean(),
  address: shapes.text(200),
  openedOn: shapes.day,
  unionId: shapes.id.nullable(),
}
const add = z.object({
  name: fields.name,
  place: fields.place,
  industry: Industry,
  headcount: Headcount,
  headcountSource: Source.default('declared'),
  headcountOn: shapes.day.optional(),
  creditCode: fields.creditCode.optional(),
  isNewForm: z.boolean().default(false),
  address: fields.address.default(''),
  openedOn: shapes.day.optional(),
  unionId: shapes.id.optional(),
})
const list = z.object({
  under: orgPathShape.optional(),
  band: Band.optional(),
  life: Life.optional(),
  union: z.enum(['with', 'without']).optional(),
  text: z.string().trim().max(50).optional(),
  ...shapes.page,
})

export const contract = {
  find: query(
    'enterprises.find',
    '找单位',
    z.object({ text: shapes.line(50), under: orgPathShape.optional(), limit: z.int().min(1).max(20).default(8) }),
    z.array(Found),
  ),
  list: query('enterprises.read', '企业登记册', list, pageOf(Row)),
  get: query('enterprises.read', '一家企业', byId, Enterprise),
  add: action('enterprises.edit', '登记企业', add, byId),
  edit: action('enterprises.edit', '修改企业信息', byId.extend(z.object(fields).partial().shape), byId),
  setLife: action(
    'enterprises.edit',
    '改企业状态',
    byId.extend({ life: Life, on: shapes.day.optional(), reason: shapes.line(200) }),
    byId,
  ),
}
