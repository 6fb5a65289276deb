import { z } from 'zod'
import { action, pageOf, query, shapes } from '../contract/contract.ts'

const Notice = z.object({
  id: shapes.id,
  line: z.string(),
  recordId: shapes.id.nullable(),
  title: z.string(),
  body: z.string(),
  at: shapes.instant,
  readAt: shapes.instant.nullable(),
})
const Email = z.object({
  masked: z.string(),
  verifiedAt: shapes.instant.nullable(),
  refusedAt: shapes.instant.nullable(),
})

export const contract = {
  list: query(
    'notices.own',
    '我的消息',
    z.object({ ...shapes.page, unreadOnly: z.boolean().default(false) }),
    pageOf(Notice),
  ),
  unread: query('notices.own', '未读消息数', z.object({}), z.object({ count: z.int() })),
  markRead: action(
    'notices.own',
    '标为已读',
    z.object({ ids: z.array(shapes.id).min(1).max(200) }),
    z.object({ marked: z.int() }),
  ),
  email: query('notices.own', '我的邮箱', z.object({}), Email.nullable()),
  setEmail: action('notices.own', '填写邮箱', z.object({ address: shapes.line(254) }), Email),
  verifyEmail: action(
    'notices.own',
    '验证邮箱',
    z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '验证码是六位数字'),
    }),
    z.object({ isVerified: z.boolean(), message: z.string() }),
  ),
  removeEmail: action('notices.own', '删除邮箱', z.object({}), z.null()),
}
