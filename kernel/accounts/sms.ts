import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail } from '../contract/errors.ts'
import { maskPhone } from '../people/mask.ts'

/** One message: the gateway holds the approved text of each template and fills in `params`. */
export type SmsMessage = { phone: string; template: string; params: Readonly<Record<string, string>> }

/** Sends one text message. @throws Failure 503 when it cannot be sent now. */
export type Sms = { send(message: SmsMessage): Promise<void> }

export type SmsSettings = {
  /** `console` shows messages in the server log, `http` posts them to a gateway; unset: console in demonstration mode, otherwise none. */
  form?: 'console' | 'http'
  mode: 'demonstration' | 'production'
  url?: string
  token?: string
  /** Milliseconds one try may take; 5 000 unless given. */
  timeout?: number
  /** Tries in all; 3 unless given. */
  tries?: number
  log: (line: string) => void
}

/** The way text messages leave the house. @throws Failure 500 when the gateway's address or token is missing. */
export function createSms(settings: SmsSettings): Sms {
  const form = settings.form ?? (settings.mode === 'demonstration' ? 'console' : undefined)
  if (form === 'console') return consoleSms(settings.log)
  if (form === 'http') return gatewaySms(settings)
  return { send: async () => fail(503, '短信服务还没有配置，请改用用户名和密码登录，或联系系统管理员') }
}

/** The development form: whoever reads the server log reads the code, so it is chosen by the demonstration or by name, never by default. */
const consoleSms = (log: (line: string) => void): Sms => ({
  async send({ phone, template, params }) {
    const content = Object.entries(params).map(([name, value]) => `${name}=${value}`)
    log(`【短信·开发形式，没有真的发送】${maskPhone(phone)} ${template} ${content.join(' ')}`)
  },
})

const FAILED = '短信暂时发不出去，请稍后再试，或改用用户名和密码登录'

function gatewaySms({ url, token, timeout = 5_000, tries = 3, log }: SmsSettings): Sms {
  if (!url || !token) fail(500, '短信网关缺少地址或令牌，请补全配置')
  return {
    async send(message) {
      // The same id on every try, so that a gateway whose answer was lost does not send twice.
      const body = JSON.stringify({ id: randomUUID(), ...message })
      for (let turn = 1; turn <= tries; turn++) {
        const outcome = await post(url, token, body, timeout)
        if (outcome === 'sent') return
        log(`sms: try ${turn} of ${tries} failed (${outcome.reason})`)
        if (!outcome.isPassing) break
        if (turn < tries) await sleep(200 * 2 ** (turn - 1))
      }
      fail(503, FAILED)
    },
  }
}

type Outcome = 'sent' | { reason: string; isPassing: boolean }

async function post(url: string, token: string, body: string, timeout: number): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    await response.body?.cancel()
    if (response.ok) return 'sent'
    return { reason: `status ${response.status}`, isPassing: response.status >= 500 || response.status === 429 }
  } catch (error) {
    return { reason: error instanceof Error ? error.name : 'unknown', isPassing: true }
  }
}
