import { z } from 'zod'
import { action, pageOf, query, secret, shapes } from '../../kernel/contract/contract.ts'
import { orgPathShape } from '../../kernel/org/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { cardContract } from './contract/card.ts'
import { hallContract } from './contract/hall.ts'
import { keys, typedIdentity, workplace } from './contract/parts.ts'
import { registerContract } from './contract/register.ts'
import { rosterContract } from './roster/contract.ts'
import { channels, declineReasons, standings, ways } from './rules/words.ts'
import { workflow } from './workflow.ts'

export { Pooled, Registered } from './contract/register.ts'

const { Row: CommonRow, Matter: Common, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const withNote = byId.extend({ note: shapes.text(500).default('') })
const why = shapes.line(500)

export const Row = CommonRow.extend({
  way: keys(ways),
  enterpriseName: z.string(),
  newFormTitle: z.string(),
  isJuvenile: z.boolean(),
  escalations: z.int(),
})

/** `twin` tells of another record with the same number; `isHere` whether the application is still with the reader's union. */
export const Matter = Common.extend({
  unitName: z.string(),
  channel: keys(channels),
  way: keys(ways),
  unionId: shapes.id.nullable(),
  unionName: z.string(),
  enterpriseId: shapes.id.nullable(),
  enterpriseName: z.string(),
  occupation: z.string(),
  newFormTitle: z.string(),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string().nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  age: z.int(),
  isJuvenile: z.boolean(),
  personId: shapes.id.nullable(),
  standing: keys(standings).nullable(),
  twin: z.enum(['none', 'same_name', 'other_name', 'member_elsewhere']),
  samePhone: z.int(),
  askedFor: z.string(),
  declineReason: z.string().nullable(),
  escalations: z.int(),
  transferId: shapes.id.nullable(),
  files: z.array(z.object({ id: shapes.id, name: z.string(), mediaType: z.string(), bytes: z.int() })),
})

const received = z.object({
  ...typedIdentity,
  phone: z.string().trim().max(30).optional(),
  channel: z.enum(['window', 'paper']).default('window'),
  ...workplace,
  hasSignedPaper: z.literal(true, '请先请本人在入会申请书上签名，再登记'),
})

export const contract = {
  ...hallContract,
  ...cardContract,
  ...registerContract,
  ...rosterContract,
  list: query(
    'membership.read',
    '入会申请',
    listed.extend({ way: keys(ways).optional(), newFormOnly: z.boolean().default(false) }),
    pageOf(Row),
  ),
  get: query('membership.read', '一件入会申请', byId, Matter),
  receive: action('membership.receive', '登记入会申请', received, Stepped),
  reveal: secret(
    action(
      'membership.reveal',
      '查看申请人',
      byId.extend({ reason: z.string().trim().min(4, '请写明查看原因，至少四个字').max(200) }),
      z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() }),
    ),
  ),
  approve: action(
    'membership.approve',
    '同意入会',
    withNote.extend({ unionId: shapes.id.optional(), confirmsWork: z.boolean().default(false) }),
    Stepped,
  ),
  pool: action('membership.pool', '收进会员池', withNote, Stepped),
  askSupplement: action('membership.askSupplement', '请补正', byId.extend({ note: why }), Stepped),
  supplement: action('membership.resubmit', '代本人补正', byId.extend({ note: why }), Stepped),
  redirect: action('membership.redirect', '转给别的工会', byId.extend({ unitPath: orgPathShape, note: why }), Stepped),
  decline: action('membership.decline', '不同意', byId.extend({ reason: keys(declineReasons), note: why }), Stepped),
  conclude: action('membership.conclude', '核对完毕', byId.extend({ note: why }), Stepped),
  place: action(
    'membership.place',
    '安置到工会',
    z.object({ personId: shapes.id, unionId: shapes.id, note: shapes.text(500).default('') }),
    z.object({ personId: shapes.id, unionName: z.string() }),
  ),
}
