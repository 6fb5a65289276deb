import { z } from 'zod'
import { pageOf, query, shapes } from '../contract/contract.ts'

const Entry = z.object({
  lane: z.int(),
  seq: z.int(),
  at: shapes.instant,
  actor: z.string(),
  action: z.string(),
  actionTitle: z.string(),
  recordId: shapes.id.nullable(),
  outcome: z.enum(['done', 'refused']),
  reason: z.string(),
  ip: z.string(),
})

export const contract = {
  list: query(
    'audit.read',
    '审计记录',
    z.object({
      ...shapes.page,
      action: z.string().trim().max(100).optional(),
      actor: z.string().trim().max(100).optional(),
      recordId: shapes.id.optional(),
      outcome: z.enum(['done', 'refused']).optional(),
      from: shapes.instant.optional(),
      to: shapes.instant.optional(),
    }),
    pageOf(Entry),
  ),
}
