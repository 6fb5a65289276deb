import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { caseShapes, listed } from '../../kernel/workflow/contract.ts'
import { answerNames, questions } from './rules/poll.ts'
import { declaredItems, itemNames } from './rules/score-table.ts'
import { grounds } from './rules/words.ts'
import { workflow } from './workflow.ts'

const { Row, Matter: Common, Stepped } = caseShapes(workflow)
const byId = z.object({ id: shapes.id })
const noted = byId.extend({ note: shapes.text(1000).default('') })
const reasoned = byId.extend({ note: shapes.line(1000) })
const tenths = z.int('分数请填到一位小数').min(0, '分数不能是负数').max(1000, '分数太大了，请核对')
const ItemName = z.enum(itemNames as [(typeof itemNames)[number], ...(typeof itemNames)[number][]])
const Declared = z.object({
  item: z.enum(declaredItems),
  statement: shapes.line(600),
  claimedTenths: tenths,
})
const declared = z.array(Declared).max(declaredItems.length)
const files = z.array(shapes.id).max(10, '最多十个文件').default([])

export const Item = z.object({
  item: ItemName,
  source: z.enum(['computed', 'declared', 'members', 'not_counted']),
  maxTenths: z.int(),
  pointsTenths: z.int().nullable(),
  rows: z.int(),
  value: z.string(),
  opens: z.string(),
  asOf: shapes.day,
  statement: z.string(),
  claimedTenths: z.int().nullable(),
  reason: z.string(),
})

const Poll = z.object({
  opensOn: shapes.day,
  closesOn: shapes.day,
  members: z.int(),
  least: z.int(),
  voters: z.int(),
  isOver: z.boolean(),
  /** Question by question, 0 to 1000; empty while it runs or when too few have rated. */
  results: z.array(z.int().nullable()),
})

const Star = z.object({
  id: shapes.id,
  number: z.string(),
  orgId: shapes.id,
  orgName: z.string(),
  place: z.string(),
  stars: z.int(),
  validFrom: shapes.day,
  validTo: shapes.day,
  isExpiring: z.boolean(),
  isExpired: z.boolean(),
})

export const Matter = Common.extend({
  orgId: shapes.id,
  orgName: z.string(),
  items: z.array(Item),
  computedOn: shapes.day.nullable(),
  pointsFrom: shapes.day.nullable(),
  veto: z.string(),
  scorePerMille: z.int().nullable(),
  stars: z.int().nullable(),
  membersPerMille: z.int().nullable(),
  publicUntil: shapes.day.nullable(),
  validFrom: shapes.day.nullable(),
  validTo: shapes.day.nullable(),
  endedOn: shapes.day.nullable(),
  endedFor: z.string(),
  poll: Poll.nullable(),
  parameters: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      value: z.number(),
      source: z.string(),
      sure: z.string(),
    }),
  ),
  files: z.array(z.object({ id: shapes.id, name: z.string(), mediaType: z.string(), bytes: z.int() })),
})

const Preview = z.object({
  orgId: shapes.id,
  orgName: z.string(),
  veto: z.string(),
  /** The rating under way, when there is one. */
  openId: shapes.id.nullable(),
  items: z.array(Item),
})

const points = z.partialRecord(ItemName, z.number('请填数字').min(0, '分数不能是负数').max(100, '一项最多 100 分'))
const Table = z.object({
  validFrom: shapes.day.nullable(),
  source: z.string(),
  items: z.array(z.object({ item: ItemName, maxTenths: z.int() })),
})

const OwnPoll = z.object({
  id: shapes.id,
  unionName: z.string(),
  opensOn: shapes.day,
  closesOn: shapes.day,
  hasVoted: z.boolean(),
  isOpen: z.boolean(),
})

export const contract = {
  list: query('star-rating.read', '星级申报列表', listed, pageOf(Row)),
  get: query('star-rating.read', '一件星级申报', byId, Matter),
  stars: query(
    'star-rating.read',
    '星级工会名单',
    z.object({
      ...shapes.page,
      level: z.int().min(1).max(5).optional(),
      standing: z.enum(['held', 'expiring', 'expired']).default('held'),
    }),
    pageOf(Star),
  ),
  preview: query('star-rating.apply', '申报前看记录', z.object({ orgId: shapes.id }), Preview),
  table: query('star-rating.seePoints', '评分表', z.object({}), Table),
  setPoints: action(
    'star-rating.setPoints',
    '修改评分表',
    z.object({ points, validFrom: shapes.day, source: shapes.line(200) }),
    Table,
  ),
  apply: action('star-rating.apply', '申报星级', z.object({ orgId: shapes.id, declared, files }), Stepped),
  resubmit: action('star-rating.resubmit', '补正后再报', noted.extend({ declared, files }), Stepped),
  return: action('star-rating.return', '退回补正', reasoned, Stepped),
  accept: action('star-rating.accept', '受理', noted, Stepped),
  compute: action('star-rating.compute', '按记录计分', noted, Stepped),
  check: action(
    'star-rating.check',
    '现场核查',
    noted.extend({
      findings: z
        .array(z.object({ item: z.enum(declaredItems), pointsTenths: tenths, reason: shapes.text(500).default('') }))
        .max(declaredItems.length),
    }),
    Stepped,
  ),
  recheck: action('star-rating.recheck', '退回重新核查', reasoned, Stepped),
  countersign: action('star-rating.countersign', '复核', noted, Stepped),
  openPoll: action('star-rating.openPoll', '请会员评家', noted, Stepped),
  propose: action('star-rating.propose', '拟定星级', noted, Stepped),
  publish: action('star-rating.publish', '公示', noted, Stepped),
  comment: action('star-rating.comment', '记公示意见', reasoned, Stepped),
  grant: action('star-rating.grant', '授星', noted, Stepped),
  refuse: action('star-rating.refuse', '不评星', reasoned, Stepped),
  withdraw: action('star-rating.withdraw', '撤回', noted, Stepped),
  revoke: action(
    'star-rating.revoke',
    '撤销星级',
    reasoned.extend({ ground: z.enum(Object.keys(grounds) as [keyof typeof grounds, ...(keyof typeof grounds)[]]) }),
    Stepped,
  ),
  polls: query('star-rating.vote', '请我评的工会', z.object({}), z.array(OwnPoll)),
  vote: action(
    'star-rating.vote',
    '评家',
    byId.extend({
      answers: z
        .array(z.enum(answerNames as [(typeof answerNames)[number], ...(typeof answerNames)[number][]]))
        .length(questions.length, '五个问题都要答，不知道的选“不清楚”'),
      /** Chance, made by the phone and kept nowhere: without it the fingerprint of what was sent would tell the answers. */
      veil: z.uuid(),
    }),
    z.object({ id: shapes.id }),
  ),
}
