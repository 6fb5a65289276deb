import type { Delivery, Mailer } from './email.ts'

/**
 * A way to tell a person that something waits in the inbox. Here SMS and WeChat plug in beside e-mail: a new one adds its name to `ChannelKind` and to
 * the check of `contact_channels.channel`, and an adapter to the list given to `notifyJobs`; the database asks for its job `notify.<kind>` by itself.
 */
export type Channel = {
  kind: ChannelKind
  /** Says that there is news, never what. @throws Error when it may succeed later */
  nudge(address: string): Promise<Delivery>
  /** Sends the code that proves the address. */
  sendCode(address: string, code: string, minutes: number): Promise<Delivery>
}
export type ChannelKind = 'email'

/** E-mail as a channel. @param link where people sign in */
export const emailChannel = (mailer: Mailer, link: string): Channel => ({
  kind: 'email',
  nudge: (to) =>
    mailer.send({ to, subject: '您在暖蜂有一件新消息', text: letter(`您在暖蜂有一件新消息，请登录查看：\n${link}`) }),
  sendCode: (to, code, minutes) =>
    mailer.send({
      to,
      subject: '暖蜂邮箱验证码',
      text: letter(
        `您的验证码是 ${code}，${minutes} 分钟内有效，请在暖蜂里填写。\n如果不是您本人操作，不用理会这封邮件。`,
      ),
    }),
})

const letter = (body: string): string => `您好：\n\n${body}\n\n这封邮件由系统自动发出，请不要回复。\n`
