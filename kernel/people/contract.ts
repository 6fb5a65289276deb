import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../contract/contract.ts'
import { orgPathShape } from '../org/contract.ts'
import { idKinds, revealable, sexes, stages } from './words.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const Sex = keys(sexes)
const IdKind = keys(idKinds)
const Stage = keys(stages)
const byId = z.object({ id: shapes.id })

/** `idNumber` and `phone` are masked: 440307********002X, 138****0000. `context` tells namesakes apart. */
export const Row = z.object({
  id: shapes.id,
  name: z.string(),
  sex: Sex,
  phone: z.string().nullable(),
  orgPath: z.string(),
  orgName: z.string(),
  enterpriseId: shapes.id.nullable(),
  enterpriseName: z.string().nullable(),
  stage: Stage,
  isNewForm: z.boolean(),
  context: z.string(),
})
const Post = z.object({
  id: shapes.id,
  role: z.string(),
  roleTitle: z.string(),
  title: z.string(),
  orgName: z.string(),
  validFrom: shapes.day,
  validTo: shapes.day.nullable(),
})
export const Person = Row.extend({
  idKind: IdKind,
  idNumber: z.string().nullable(),
  birthOn: shapes.day.nullable(),
  age: z.int().nullable(),
  unionId: shapes.id.nullable(),
  occupation: z.string(),
  collectedOn: shapes.day.nullable(),
  verifiedOn: shapes.day.nullable(),
  joinedOn: shapes.day.nullable(),
  leftOn: shapes.day.nullable(),
  posts: z.array(Post),
  canReveal: z.boolean(),
  canEdit: z.boolean(),
  canReleasePhone: z.boolean(),
})

const identity = {
  idKind: IdKind,
  idNumber: z.string().trim().max(60, '证件号码太长，请核对'),
  phone: z.string().trim().max(40, '手机号太长，请核对'),
  sex: Sex,
  birthOn: shapes.day,
  enterpriseId: shapes.id.nullable(),
  place: orgPathShape,
  occupation: shapes.text(50),
  isNewForm: z.boolean(),
}
const add = z.object({ name: shapes.line(50), ...identity }).partial(identityKeys())
const edit = byId.extend(z.object({ name: shapes.line(50), ...identity }).partial().shape)
/** `warnings` are sentences for whoever typed: a phone that is somebody else's too, a person under age. */
const Saved = byId.extend({ warnings: z.array(z.string()) })

export const contract = {
  find: query(
    'people.find',
    '找人',
    z.object({ text: shapes.line(60), under: orgPathShape.optional(), limit: z.int().min(1).max(50).default(10) }),
    z.array(Row),
  ),
  list: query(
    'people.find',
    '人员登记册',
    z.object({
      under: orgPathShape.optional(),
      stage: Stage.optional(),
      enterpriseId: shapes.id.optional(),
      ...shapes.page,
    }),
    pageOf(Row),
  ),
  get: query('people.read', '一个人', byId, Person),
  reveal: secret(
    action(
      'people.reveal',
      '查看证件号码或手机号',
      byId.extend({
        field: keys(revealable),
        reason: z.string().trim().min(4, '请写明查看原因，至少四个字').max(200, '最多写 200 个字，请精简'),
      }),
      z.object({ value: z.string() }),
    ),
  ),
  add: action('people.edit', '登记人员', add, Saved),
  edit: action('people.edit', '修改人员信息', edit, Saved),
  releasePhone: action(
    'people.releasePhone',
    '释放手机号',
    byId.extend({ reason: z.string().trim().min(4, '请写明原因，至少四个字').max(200, '最多写 200 个字，请精简') }),
    byId,
  ),
}

function identityKeys() {
  return {
    idKind: true,
    idNumber: true,
    phone: true,
    sex: true,
    birthOn: true,
    enterpriseId: true,
    place: true,
    occupation: true,
    isNewForm: true,
  } as const
}
