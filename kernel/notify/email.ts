import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; text: string }
/** `refused`: there is no such address; anything that may pass is thrown. */
export type Delivery = 'sent' | 'refused'
/** Sends one mail. @throws Error without the address in it when it cannot be sent now, or never as things stand */
export type Mailer = { send(mail: Mail): Promise<Delivery>; close(): void }

const SECONDS = 1000

/**
 * A mail server by SMTP (RFC 5321, Node's own TLS with its certificate checked).
 * @param settings.url `smtps://user:password@host:465`, or `smtp://host:587`, which goes over to TLS when the server offers it.
 * @param settings.from `暖蜂 <nuanfeng@example.org.cn>`
 */
export function smtpMailer(settings: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({
          from: settings.from,
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'sent'
      } catch (error) {
        if (isUnknownRecipient(error as SmtpError)) return 'refused'
        throw new Error(`邮件没有发出去：${reasonOf(error as SmtpError)}`)
      }
    },
    close: () => transport.close(),
  }
}

/** Where there is no mail server: the whole mail goes to the log of the operator, its address masked. For demonstrations. */
export const consoleMailer = (log: (line: string) => void): Mailer => ({
  async send({ to, subject, text }) {
    log(`【邮件·开发形式，没有真的发送】${maskEmail(to)} ${subject}：${text.replace(/\s+/g, ' ')}`)
    return 'sent'
  },
  close() {},
})

/** wang.fang@qq.com → w***@qq.com */
export const maskEmail = (address: string): string => address.replace(/^(.)[^@]*/, '$1***')

type SmtpError = { code?: string; responseCode?: number; rejectedErrors?: { responseCode?: number }[] }

/** The server refused this recipient for good (5xx to RCPT TO): not its own trouble, not ours with it. */
function isUnknownRecipient(error: SmtpError): boolean {
  const replies = error.rejectedErrors ?? []
  return error.code === 'EENVELOPE' && replies.length > 0 && replies.every((reply) => (reply.responseCode ?? 0) >= 500)
}

// The server's own words often repeat the address, so only its codes are kept.
const reasonOf = (error: SmtpError): string => [error.code ?? 'UNKNOWN', error.responseCode].filter(Boolean).join(' ')
