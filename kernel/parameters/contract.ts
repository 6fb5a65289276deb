import { z } from 'zod'
import { action, query, shapes } from '../contract/contract.ts'

const Rule = z.object({
  code: z.string(),
  title: z.string(),
  amount: z.int(),
  unit: z.enum(['hours', 'naturalDays', 'workingDays', 'months', 'years']),
  clock: z.enum(['legal', 'inner']),
  basis: z.string(),
  sure: z.enum(['K', 'F', 'U']),
  version: z.int(),
  validFrom: shapes.day,
})
const Dated = z.object({
  code: z.string(),
  validFrom: shapes.day,
  validTo: shapes.day.nullable(),
  value: z.unknown(),
  source: z.string(),
})

/** Parameters that calculators need; money in fen a month. None has a built-in value: what is not entered is not known. */
const money = { 'wage.minimum': '最低工资（元/月）', 'wage.average': '上年度职工月平均工资（元/月）' } as const

const Target = z.object({
  figure: z.string(),
  title: z.string(),
  unit: z.string(),
  year: z.int(),
  comparator: z.enum(['>=', '<=']),
  number: z.number(),
  source: z.string(),
})

export const contract = {
  rules: query('parameters.read', '办理期限', z.object({}), z.array(Rule)),
  values: query('parameters.read', '参数', z.object({}), z.array(Dated)),
  targets: query('parameters.read', '年度目标', z.object({}), z.array(Target)),
  setDeadline: action(
    'parameters.set',
    '修改办理期限',
    z.object({
      rule: z.string().max(100),
      amount: z.int('请填整数').min(1, '至少为 1').max(3650, '太大了，请核对'),
      validFrom: shapes.day,
      source: shapes.line(200),
    }),
    Dated,
  ),
  setMoney: action(
    'parameters.set',
    '修改金额参数',
    z.object({
      code: z.enum(Object.keys(money) as [keyof typeof money]),
      fen: shapes.fen,
      validFrom: shapes.day,
      source: shapes.line(200),
    }),
    Dated,
  ),
  setHolidays: action(
    'parameters.set',
    '录入放假安排',
    z.object({
      year: z.int().min(2023).max(2100),
      holidays: z.array(shapes.day).min(1, '请至少写一天').max(60, '一年的放假不会超过 60 天，请核对'),
      makeUpDays: z.array(shapes.day).max(30),
      source: shapes.line(200),
    }),
    Dated,
  ),
}
