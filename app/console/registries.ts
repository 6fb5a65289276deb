import { z } from 'zod'
import type { Permissions } from '../../kernel/access/permissions.ts'
import { action, query, shapes } from '../../kernel/contract/contract.ts'

/** Who is offered what the kernel itself keeps; the server has the last word. */
const officers = ['district_officer', 'street_officer', 'community_officer'] as const
const holders = (...roles: string[]) => Object.fromEntries(roles.map((role) => [role, 'own'] as const))

export const registryPermissions: Permissions = {
  'todo.read': holders('district_leader', ...officers, 'enterprise_chair', 'informant', 'mediator', 'lawyer'),
  'figures.read': holders('district_leader', ...officers),
  'search.find': holders('district_leader', ...officers, 'enterprise_chair', 'informant', 'mediator', 'lawyer'),
  'parameters.read': holders('system_admin', 'district_leader', ...officers, 'mediator', 'lawyer'),
  'parameters.set': holders('system_admin'),
}

export interface Message {
  id: string
  line: string
  recordId: string | null
  title: string
  body: string
  at: string
  readAt: string | null
}

export interface Email {
  masked: string
  verifiedAt: string | null
  refusedAt: string | null
}

export const notices = {
  list: query(
    'notices.own',
    '我的消息',
    z.object({ ...shapes.page, unreadOnly: z.boolean().default(false) }),
    z.custom<{ rows: Message[]; next: string | null }>(),
  ),
  unread: query('notices.own', '未读消息数', z.object({}), z.custom<{ count: number }>()),
  markRead: action(
    'notices.own',
    '标为已读',
    z.object({ ids: z.array(shapes.id).min(1).max(200) }),
    z.custom<{ marked: number }>(),
  ),
  email: query('notices.own', '我的邮箱', z.object({}), z.custom<Email | null>()),
  setEmail: action('notices.own', '填写邮箱', z.object({ address: shapes.line(254) }), z.custom<Email>()),
  verifyEmail: action(
    'notices.own',
    '验证邮箱',
    z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '验证码是六位数字'),
    }),
    z.custom<{ isVerified: boolean; message: string }>(),
  ),
  removeEmail: action('notices.own', '删除邮箱', z.object({}), z.null()),
}

export interface Todo {
  id: string
  line: string
  lineTitle: string
  number: string
  title: string
  summary: string
  source: string
  place: string
  state: string
  verb: string | null
  verbTitle: string | null
  dueAt: string | null
}

export const todo = {
  list: query(
    'todo.read',
    '待办',
    z.object(shapes.page),
    z.custom<{ rows: Todo[]; next: string | null; late: number; soon: number; total: number }>(),
  ),
  counts: query('todo.read', '各业务未办结数', z.object({}), z.custom<{ line: string; open: number }[]>()),
}

export interface FigureTotal {
  code: string
  line: string
  title: string
  unit: string
  kind: 'flow' | 'stock' | 'rate'
  definition: string
  owner: string
  value: number
  numerator: number | null
  denominator: number | null
  lastYear: number
}

export interface FigureBehind extends FigureTotal {
  months: { month: string; value: number }[]
  unions: { path: string; name: string; value: number }[]
}

export interface FigureRecord {
  record: string
  number: string
  title: string
  summary: string
  place: string
  at: string
  value: number
  opens: string
}

const asked = z.object({ year: z.int(), orgPath: z.string().optional() })

export const figures = {
  list: query('figures.read', '各项数据', asked, z.custom<FigureTotal[]>()),
  get: query('figures.read', '一项数据', asked.extend({ code: z.string() }), z.custom<FigureBehind>()),
  records: query(
    'figures.read',
    '数据背后的记录',
    asked.extend({ code: z.string(), ...shapes.page }),
    z.custom<{ rows: FigureRecord[]; next: string | null }>(),
  ),
}

export type Unit = 'hours' | 'naturalDays' | 'workingDays' | 'months' | 'years'

export interface Rule {
  code: string
  title: string
  amount: number
  unit: Unit
  clock: 'legal' | 'inner'
  basis: string
  sure: 'K' | 'F' | 'U'
  version: number
  validFrom: string
}

export interface Dated {
  code: string
  validFrom: string
  validTo: string | null
  value: unknown
  source: string
}

export const amounts = { 'wage.minimum': '最低工资', 'wage.average': '上年度职工月平均工资' } as const

export const parameters = {
  rules: query('parameters.read', '办理期限', z.object({}), z.custom<Rule[]>()),
  values: query('parameters.read', '参数', z.object({}), z.custom<Dated[]>()),
  setDeadline: action(
    'parameters.set',
    '修改办理期限',
    z.object({
      rule: z.string().max(100),
      amount: z.int('请填整数').min(1, '至少为 1').max(3650, '太大了，请核对'),
      validFrom: shapes.day,
      source: shapes.line(200),
    }),
    z.custom<Dated>(),
  ),
  setMoney: action(
    'parameters.set',
    '修改金额参数',
    z.object({
      code: z.enum(Object.keys(amounts) as [keyof typeof amounts]),
      fen: shapes.fen,
      validFrom: shapes.day,
      source: shapes.line(200),
    }),
    z.custom<Dated>(),
  ),
  setHolidays: action(
    'parameters.set',
    '录入放假安排',
    z.object({
      year: z.int().min(2023, '最早录 2023 年').max(2100),
      holidays: z.array(shapes.day).min(1, '请至少写一天').max(60),
      makeUpDays: z.array(shapes.day).max(30),
      source: shapes.line(200),
    }),
    z.custom<Dated>(),
  ),
}
