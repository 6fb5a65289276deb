import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createSms, type SmsMessage } from './sms.ts'

const message: SmsMessage = { phone: '13800000002', template: 'sign_in_code', params: { code: '204816', minutes: '5' } }
let server: Server | undefined
const logged: string[] = []
const log = (line: string) => void logged.push(line)

afterEach(async () => {
  logged.length = 0
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

/** A gateway that answers with these statuses in turn; 0 is silence. */
async function gateway(...statuses: number[]) {
  const received: { authorization: string | undefined; body: unknown }[] = []
  server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    received.push({ authorization: request.headers.authorization, body: JSON.parse(text) })
    const status = statuses.shift() ?? 200
    if (status !== 0) response.writeHead(status).end('{}')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  return { received, sms: createSms({ form: 'http', mode: 'production', url, token: 'secret', timeout: 200, log }) }
}

describe('The gateway', () => {
  test('gets the message with the token', async () => {
    const { sms, received } = await gateway()
    await sms.send(message)
    expect(received).toEqual([{ authorization: 'Bearer secret', body: { id: expect.any(String), ...message } }])
    expect(logged).toEqual([])
  })

  test('that fails for a moment is asked again, with the same id', async () => {
    const { sms, received } = await gateway(502, 0, 200)
    await sms.send(message)
    expect(new Set(received.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(received).toHaveLength(3)
  })

  test('that stays silent makes the sender say what else to do, without naming the phone', async () => {
    const { sms, received } = await gateway(0, 0, 0, 200)
    await expect(sms.send(message)).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining('改用用户名'),
    })
    expect(received).toHaveLength(3)
    expect(logged).toHaveLength(3)
    expect(logged.join()).not.toMatch(/13800000002|204816/)
  })

  test('that refuses is not asked again', async () => {
    const { sms, received } = await gateway(403, 200)
    await expect(sms.send(message)).rejects.toMatchObject({ status: 503 })
    expect(received).toHaveLength(1)
  })

  test('that is not there is reported', async () => {
    const sms = createSms({
      form: 'http',
      mode: 'production',
      url: 'http://127.0.0.1:1/send',
      token: 'secret',
      tries: 1,
      log,
    })
    await expect(sms.send(message)).rejects.toMatchObject({ status: 503 })
  })

  test('needs an address and a token', () => {
    expect(() => createSms({ form: 'http', mode: 'production', log })).toThrow('短信网关')
  })
})

describe('Without a gateway', () => {
  test('the demonstration shows the code in the server log, marked as such', async () => {
    await createSms({ mode: 'demonstration', log }).send(message)
    expect(logged).toEqual(['【短信·开发形式，没有真的发送】138****0002 sign_in_code code=204816 minutes=5'])
  })

  test('production sends nothing and shows nothing, unless the console form is named', async () => {
    await expect(createSms({ mode: 'production', log }).send(message)).rejects.toMatchObject({ status: 503 })
    expect(logged).toEqual([])
    await createSms({ form: 'console', mode: 'production', log }).send(message)
    expect(logged).toHaveLength(1)
  })
})
