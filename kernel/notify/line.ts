import { z } from 'zod'
import { definePermissions } from '../access/permissions.ts'
import { roles } from '../access/roles.ts'
import { action, pageOf, query, shapes } from '../contract/contract.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine } from '../line.ts'
import { findEmail, removeEmail, setEmail, verifyEmail } from './contacts.ts'
import { countUnread, listNotices, markRead } from './inbox.ts'

const everyone = Object.fromEntries(Object.keys(roles).map((role) => [role, 'own'] as const))
const permissions = definePermissions({ 'notices.own': everyone })

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

const contract = {
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

/** A wrong code is an answer, not a refusal: the try must be counted, and a refusal would roll the count back. */
async function verify(ctx: Ctx, { code }: { code: string }) {
  const { verified, message } = await verifyEmail(ctx, code)
  return { isVerified: verified, message }
}

async function remove(ctx: Ctx) {
  await removeEmail(ctx)
  return null
}

/** The inbox, and the address at which one is told that something waits in it. */
export const line = defineLine({
  slug: 'notices',
  title: '消息',
  chapter: 'self',
  permissions,
  contract,
  handlers: {
    list: listNotices,
    unread: async (ctx) => ({ count: await countUnread(ctx) }),
    markRead: async (ctx, { ids }) => ({ marked: await markRead(ctx, ids) }),
    email: findEmail,
    setEmail: (ctx, { address }) => setEmail(ctx, address),
    verifyEmail: verify,
    removeEmail: remove,
  },
})
