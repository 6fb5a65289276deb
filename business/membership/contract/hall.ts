import { z } from 'zod'
import { action, query, shapes } from '../../../kernel/contract/contract.ts'
import { caseShapes } from '../../../kernel/workflow/contract.ts'
import { standings, ways } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { keys, typedIdentity, workplace } from './parts.ts'

const { Followed: Own, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const files = z.array(shapes.id).max(5, '一次最多 5 个附件').default([])

/** One's own application as the worker reads it. */
export const Followed = Own.omit({ assigneeName: true }).extend({
  askedFor: z.string(),
  transferId: shapes.id.nullable(),
  canWithdraw: z.boolean(),
  canResubmit: z.boolean(),
})

/** What a worker sees of joining. */
export const hallContract = {
  start: query(
    'membership.apply',
    '我能不能入会',
    z.object({}),
    z.object({
      standing: keys(standings),
      unionName: z.string().nullable(),
      /** What is registered of me already, masked; null when it must be asked. */
      known: z.object({ name: z.string(), idNumber: z.string() }).nullable(),
      openId: shapes.id.nullable(),
    }),
  ),
  destination: query(
    'membership.apply',
    '由哪个工会接收',
    z.object({ ...workplace }),
    z.object({
      way: keys(ways),
      unionName: z.string(),
      decidedBy: z.string(),
      dueOn: shapes.day,
      others: z.array(z.object({ id: shapes.id, name: z.string() })),
    }),
  ),
  apply: action(
    'membership.apply',
    '申请入会',
    z
      .object({
        ...typedIdentity,
        ...workplace,
        livesOnWages: z.literal(true, '请先确认您靠工资或劳务收入生活'),
        files,
      })
      .partial({ name: true, idNumber: true }),
    z.object({ id: shapes.id, number: z.string(), kind: z.enum(['application', 'transfer']) }),
  ),
  mine: query('membership.follow', '我的入会申请', z.object({}), z.array(Followed)),
  follow: query('membership.follow', '我的一件入会申请', byId, Followed),
  resubmit: action(
    'membership.resubmit',
    '补正',
    byId
      .extend({ ...typedIdentity, message: shapes.text(500).default(''), files })
      .partial({ name: true, idNumber: true }),
    Stepped,
  ),
  withdraw: action('membership.withdraw', '撤回', byId.extend({ note: shapes.text(500).default('') }), Stepped),
}
