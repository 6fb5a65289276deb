import { z } from 'zod'
import { action, query, shapes } from '../../../kernel/contract/contract.ts'
import { standings } from '../rules/words.ts'
import { keys } from './parts.ts'

export const Card = z.object({
  name: z.string(),
  unionName: z.string(),
  standing: keys(standings),
  memberSince: shapes.day,
  number: z.string(),
  level: z.int(),
  levelTitle: z.string(),
  /** What the square shows; it changes every half minute and opens only here. */
  token: z.string(),
  /** The six digits to read out. */
  digits: z.string(),
  until: shapes.instant,
})

export const cardContract = {
  card: query('membership.card', '我的会员证', z.object({}), Card.nullable()),
  takeNumber: action('membership.card', '领取会员号', z.object({}), z.object({ number: z.string() })),
  /** Looks a card up and leaves an audit line; no place, no points, nothing about what for. */
  checkCard: action(
    'membership.checkCard',
    '核验会员证',
    z.object({ code: z.string().trim().min(1, '请扫码，或输入会员号和六位数').max(600, '太长了，请核对') }),
    z.object({
      isValid: z.boolean(),
      /** Why not, in Chinese; empty when valid. */
      why: z.string(),
      name: z.string(),
      unionName: z.string(),
      standing: keys(standings).nullable(),
    }),
  ),
}
