import { z } from 'zod'
import { action, pageOf, query, shapes } from '../contract/contract.ts'
import { forms, kinds } from './words.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
export const orgPathShape = z
  .string()
  .max(200)
  .regex(/^([0-9A-Za-z]+\.)+$/, '单位编号格式不对，请从列表重新选择')
const Kind = keys(kinds)
const Grade = z.int().min(1, '等级为 1 至 4').max(4, '等级为 1 至 4')
const Form = keys(forms)
const Code = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{1,20}$/, '编号只能是 1 至 20 位数字或字母')
const CreditCode = z.string().trim().max(40)

export const OrgNode = z.object({
  id: shapes.id,
  path: z.string(),
  parentId: shapes.id.nullable(),
  kind: Kind,
  name: z.string(),
  shortName: z.string(),
  hasChildren: z.boolean(),
})
export const Org = OrgNode.omit({ hasChildren: true }).extend({
  code: z.string(),
  grade: Grade.nullable(),
  form: Form.nullable(),
  creditCode: z.string().nullable(),
  foundedOn: shapes.day.nullable(),
  validFrom: shapes.day,
  validTo: shapes.day.nullable(),
  formerNames: z.array(z.object({ name: z.string(), until: shapes.day.nullable() })),
  codes: z.array(
    z.object({
      system: z.enum(['nbs', 'grid']),
      code: z.string(),
      validFrom: shapes.day,
      validTo: shapes.day.nullable(),
    }),
  ),
  canEdit: z.boolean(),
})
const Ancestor = OrgNode.pick({ id: true, path: true, kind: true, name: true, shortName: true })
const Found = Ancestor.extend({ context: z.string() })
const Changed = z.object({ id: shapes.id, path: z.string() })
const byId = z.object({ id: shapes.id })
const on = shapes.day

const one = z.union([byId, z.object({ path: orgPathShape })], '请指明是哪一个单位')
const add = z.object({
  parentId: shapes.id,
  kind: z.enum(['street', 'community', 'enterprise']),
  name: shapes.line(100),
  shortName: shapes.text(30).default(''),
  code: Code.optional(),
  grade: Grade.optional(),
  form: Form.optional(),
  creditCode: CreditCode.optional(),
  foundedOn: shapes.day.optional(),
  on: on.optional(),
})

/** The union tree. `valid_to` is the first day on which a union is no longer there. */
export const contract = {
  tree: query(
    'orgs.read',
    '下级单位',
    z.object({
      parentId: shapes.id.nullish(),
      parentPath: orgPathShape.optional(),
      ...shapes.page,
      limit: shapes.page.limit.default(200),
    }),
    pageOf(OrgNode),
  ),
  get: query('orgs.read', '一个单位', one, Org),
  path: query('orgs.read', '上级单位', z.object({ path: orgPathShape }), z.array(Ancestor)),
  streets: query('orgs.read', '街道', z.object({}), z.array(Ancestor)),
  find: query(
    'orgs.read',
    '找单位',
    z.object({
      text: shapes.line(50),
      kind: Kind.optional(),
      under: orgPathShape.optional(),
      limit: z.int().min(1).max(50).default(10),
    }),
    z.array(Found),
  ),
  add: action('orgs.manage', '新增单位', add, Changed),
  rename: action(
    'orgs.manage',
    '单位更名',
    byId.extend({ name: shapes.line(100), shortName: shapes.text(30).default(''), on: on.optional() }),
    Changed,
  ),
  move: action(
    'orgs.manage',
    '单位改隶属',
    byId.extend({ parentId: shapes.id, on: on.optional(), reason: shapes.line(200) }),
    Changed,
  ),
  close: action('orgs.manage', '撤销单位', byId.extend({ on: on.optional(), reason: shapes.line(200) }), Changed),
}
