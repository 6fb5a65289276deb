import { afterEach, describe, expect, it } from 'vitest'
import { emailChannel } from './channels.ts'
import { consoleMailer, type Mailer, maskEmail, smtpMailer } from './email.ts'
import { type PostOffice, postOffice } from './post-office.ts'

const from = '暖蜂 <nuanfeng@example.org.cn>'
const mail = { to: 'zhang@example.org.cn', subject: '您在暖蜂有一件新消息', text: '请登录查看' }
const trusting = '?tls.rejectUnauthorized=false'

let office: PostOffice
let mailer: Mailer
async function open(options: Parameters<typeof postOffice>[0] = {}, url = (of: PostOffice) => of.url()) {
  office = await postOffice(options)
  mailer = smtpMailer({ url: url(office), from })
}
afterEach(async () => {
  mailer.close()
  await office.close()
})

describe('a mail', () => {
  it('arrives with its Chinese subject and sender, and says that no answer is expected', async () => {
    await open()
    expect(await mailer.send(mail)).toBe('sent')
    const [letter] = office.letters
    expect(letter).toMatchObject({ to: [mail.to], subject: mail.subject, isEncrypted: false })
    expect(letter?.text.trim()).toBe(mail.text)
    expect(letter?.head).toContain('<nuanfeng@example.org.cn>')
    expect(letter?.head).toContain('Auto-Submitted: auto-generated')
  })

  it('goes over TLS, after the server has let us in', async () => {
    await open(
      { secure: true, login: { user: 'nuanfeng', password: '密码-8' } },
      (of) => of.url(`nuanfeng:${encodeURIComponent('密码-8')}@`) + trusting,
    )
    expect(await mailer.send(mail)).toBe('sent')
    expect(office.letters[0]?.isEncrypted).toBe(true)
  })

  it('does not go to a server whose certificate nobody vouches for', async () => {
    await open({ secure: true })
    await expect(mailer.send(mail)).rejects.toThrow('邮件没有发出去')
    expect(office.letters).toEqual([])
  })

  it('does not go out with a wrong password, and that is not the recipient’s fault', async () => {
    await open({ login: { user: 'nuanfeng', password: 'right' } }, (of) => of.url('nuanfeng:wrong@'))
    await expect(mailer.send(mail)).rejects.toThrow('EAUTH 535')
  })

  it('to an address the server does not know is refused, and is no error', async () => {
    await open()
    office.refuse = () => ({ code: 550, message: 'no such user here' })
    expect(await mailer.send(mail)).toBe('refused')
  })

  it('put off by the server is an error for now, which does not repeat the address, and goes out later', async () => {
    await open()
    office.refuse = (address) => ({ code: 450, message: `try again later, ${address}` })
    const failed = mailer.send(mail)
    await expect(failed).rejects.toThrow('450')
    await expect(failed).rejects.not.toThrow('zhang@')
    office.refuse = () => undefined
    expect(await mailer.send(mail)).toBe('sent')
  })

  it('to a server that is away is an error for now', async () => {
    await open()
    await office.close()
    await expect(mailer.send(mail)).rejects.toThrow('ESOCKET')
  })
})

it('what leaves the house says that there is news, and where, and nothing else', async () => {
  await open()
  await emailChannel(mailer, 'https://nuanfeng.example.org.cn/').nudge(mail.to)
  const [letter] = office.letters
  expect(letter?.subject).toBe('您在暖蜂有一件新消息')
  expect(letter?.text.trim()).toBe(
    '您好：\n\n您在暖蜂有一件新消息，请登录查看：\nhttps://nuanfeng.example.org.cn/\n\n这封邮件由系统自动发出，请不要回复。',
  )
})

it('without a mail server the operator reads the mail in the log, its address masked', async () => {
  await open()
  const lines: string[] = []
  await consoleMailer((line) => lines.push(line)).send(mail)
  expect(lines.join()).toContain('z***@example.org.cn 您在暖蜂有一件新消息：请登录查看')
  expect(lines.join()).not.toContain('zhang')
  expect(maskEmail('a@b.cn')).toBe('a***@b.cn')
})
