import { z } from 'zod'
import { addMilliseconds } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import { IP_HEADER } from './auth.ts'
import { claimPhone } from './claim.ts'
import { type Door, door, retell } from './knock.ts'
import { findPhone } from './phone.ts'
import { countKnock } from './rates.ts'
import type { Room } from './room.ts'
import { requireSession } from './session-doors.ts'
import { duringVisit } from './visit.ts'

const FRESH = 15 * 60_000
const PER_DAY = { max: 3, seconds: 86_400 }

const claimed = z.object({
  phone: z.string('请输入手机号').transform((typed, ctx) => {
    const phone = findPhone(typed)
    if (phone === null) ctx.addIssue({ code: 'custom', message: '手机号应是 11 位数字，请核对' })
    return phone ?? z.NEVER
  }),
  name: z.string('请填写姓名').trim().min(1, '请填写姓名').max(50, '姓名太长，请核对'),
  idNumber: z.string('请填写证件号码').trim().min(1, '请填写证件号码').max(60, '证件号码太长，请核对'),
})

/** “这不是我”: for who has just signed in by a code to the phone and finds somebody else's record. */
export const claimDoor = (room: Room): Door =>
  door({
    method: 'POST',
    path: '/phone/claim',
    event: 'accounts.claim-phone',
    needsSession: true,
    limit: { max: 10, seconds: 3600 },
    body: claimed,
    open: async (knock, claim) => {
      const { db, config, clock, sealer, auth, sessions } = room
      const session = requireSession(knock)
      const now = clock()
      if (session.method !== 'phone_code' || addMilliseconds(session.signedInAt, FRESH) < now)
        fail(422, '请先退出，用这个手机号收验证码重新登录，再点“这不是我”')
      const house = { db, federationId: config.federationId, sealer }
      await countKnock(db, config.federationId, `claim ${sealer.blindIndex('phone', claim.phone)}`, PER_DAY)
      const accountId = await claimPhone(house, session, claim, now)
      for (const id of [session.accountId, session.personId]) sessions.forget(id)
      knock.accountId = accountId
      const headers = new Headers({ 'user-agent': knock.headers.get('user-agent') ?? '', [IP_HEADER]: knock.ip })
      return duringVisit({ method: 'phone_code' }, async () =>
        retell(await auth.api.openSession({ body: { accountId }, headers, asResponse: true }), () => ({ ok: true })),
      )
    },
  })
