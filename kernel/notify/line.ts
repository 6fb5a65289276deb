import type { Ctx } from '../ctx.ts'
import { defineLine } from '../line.ts'
import { findEmail, removeEmail, setEmail, verifyEmail } from './contacts.ts'
import { contract } from './contract.ts'
import { countUnread, listNotices, markRead } from './inbox.ts'
import { permissions } from './permissions.ts'

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
