import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../../kernel/contract/contract.ts'
import { orgPathShape } from '../../../kernel/org/contract.ts'
import { officerChannels } from '../rules/ladder.ts'
import { registerStages } from '../rules/words.ts'
import { keys } from './parts.ts'

const under = orgPathShape.optional()

/** A person of the register; the phone is masked. */
export const Registered = z.object({
  id: shapes.id,
  name: z.string(),
  phone: z.string().nullable(),
  place: z.string(),
  enterpriseName: z.string().nullable(),
  newFormTitle: z.string(),
  stage: keys(registerStages),
  number: z.string().nullable(),
  since: shapes.day.nullable(),
  level: z.int(),
})

export const Pooled = z.object({
  personId: shapes.id,
  name: z.string(),
  place: z.string(),
  newFormTitle: z.string(),
  since: shapes.day,
  days: z.int(),
  matterId: shapes.id.nullable(),
})

export const registerContract = {
  register: query(
    'membership.read',
    '会员登记册',
    z.object({
      ...shapes.page,
      under,
      stage: keys(registerStages).default('full'),
      newFormOnly: z.boolean().default(false),
    }),
    pageOf(Registered),
  ),
  funnel: query(
    'membership.read',
    '会员漏斗',
    z.object({ under }),
    z.object({
      collected: z.int(),
      verified: z.int(),
      members: z.int(),
      verifiedMembers: z.int(),
      pooled: z.int(),
      retained: z.int(),
      newForm: z.int(),
    }),
  ),
  poolList: query('membership.read', '会员池', z.object({ ...shapes.page, under }), pageOf(Pooled)),
  poolByStreet: query(
    'membership.read',
    '各街道会员池',
    z.object({}),
    z.array(z.object({ path: z.string(), name: z.string(), people: z.int(), oldestSince: shapes.day.nullable() })),
  ),
  verify: action(
    'membership.verify',
    '登记实名认证',
    z.object({
      personId: shapes.id,
      channel: z.enum(officerChannels),
      on: shapes.day.optional(),
    }),
    z.object({ personId: shapes.id, level: z.int() }),
  ),
}
