import { z } from 'zod'
import { fail } from '../../../kernel/contract/errors.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { defineCommand, done } from '../command.ts'
import { auditOperator, operator } from '../operator.ts'

export const userLock = defineCommand({
  name: 'user lock',
  usage: '--username 用户名 [--unlock]',
  help: '停用一个账号并立即退出它的所有登录；--unlock 恢复，也解除输错密码的锁定',
  options: { username: 'text', unlock: 'flag' },
  words: [],
  input: z.object({
    username: z.string('请用 --username 写用户名').trim().toLowerCase(),
    unlock: z.boolean().default(false),
  }),
  where: 'house',
  async run({ house, accounts }, { username, unlock }) {
    const { federationId } = house
    const user = await house.db.owner
      .selectFrom('account_users')
      .select('id')
      .where('federation_id', '=', federationId)
      .where('username', '=', username)
      .executeTakeFirst()
    if (!user) return fail(404, `没有用户名为“${username}”的账号，请核对`)
    await accounts.lockAccount(user.id, !unlock)
    await asOwner(house.db, (tx) =>
      auditOperator(tx, house.clock(), operator(federationId), {
        action: unlock ? 'house.user-unlock' : 'house.user-lock',
        recordId: user.id,
        reason: `${unlock ? '恢复' : '停用'}账号 ${username}`,
      }),
    )
    return done(unlock ? `账号 ${username} 已恢复，可以登录。` : `账号 ${username} 已停用，它的所有登录都已退出。`)
  },
})
