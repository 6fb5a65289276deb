import { Failure, fail } from '../contract/errors.ts'
import { type Door, type Knock, refusal } from './knock.ts'
import { countKnock } from './rates.ts'
import type { Room } from './room.ts'

/** Something done, or refused, at one of the doors; never holds a phone or a password. `at` is an ISO instant. */
export type AccountEvent = {
  event: string
  outcome: 'done' | 'refused'
  status: number
  accountId: string | null
  ip: string
  at: string
}

export type Ears = { log: (message: string) => void; onEvent?: (event: AccountEvent) => Promise<void> | void }

/** One request to `/api/auth/*`: finds its door, answers in the one shape of an error, tells the audit. */
export async function receive(
  room: Room,
  doors: Map<string, Door>,
  request: Request,
  ip: string,
  ears: Ears,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  const door = doors.get(`${request.method} ${pathname}`)
  if (!door) return refusal({ status: 404, message: '没有这个地址，请从首页重新进入' })
  const knock: Knock = { headers: request.headers, ip, session: null, accountId: null }
  const response = await enter(room, door, request, knock).catch((error: unknown) => {
    if (error instanceof Failure) return refusal(error)
    ears.log(`accounts: ${door.path} failed: ${error instanceof Error ? error.name : 'unknown'}`)
    return refusal({ status: 500, message: '系统出错了，请稍后再试；仍不行请联系系统管理员' })
  })
  if (door.event) {
    const outcome = response.ok ? 'done' : 'refused'
    await ears.onEvent?.({
      event: door.event,
      outcome,
      status: response.status,
      accountId: knock.accountId,
      ip,
      at: room.clock(),
    })
  }
  return response
}

async function enter(room: Room, door: Door, request: Request, knock: Knock): Promise<Response> {
  if (door.method === 'POST') requireOwnOrigin(room, request.headers)
  await countKnock(room.db, room.config.federationId, `${knock.ip} ${door.path}`, door.limit)
  knock.session = await room.sessions.find(knock.headers)
  knock.accountId = knock.session?.accountId ?? null
  if (door.needsSession && !knock.session) fail(401, '登录已过期，请重新登录')
  return door.open(knock, door.method === 'POST' ? await readJson(request) : undefined)
}

/** A page of somebody else's must not sign a browser in or out. Browsers name the origin of every POST; only other programs leave it out. */
function requireOwnOrigin({ origin, config }: Room, headers: Headers): void {
  const shown = headers.get('origin')
  if (shown === null ? !headers.has('cookie') : shown === origin || config.trustedOrigins?.includes(shown)) return
  fail(403, `请从本系统的网址 ${origin} 打开页面再操作`)
}

async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) fail(415, '请用 JSON 提交内容')
  return request.json().catch(() => fail(400, '提交的内容不完整，请刷新页面后重试'))
}
