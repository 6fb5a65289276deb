import { Failure } from '../contract/errors.ts'

export type AccountsConfig = {
  /** The federation whose front door this is; its accounts are all that exist here. */
  federationId: string
  /** Where browsers reach us, e.g. `https://gh.example.cn`. */
  publicUrl: string
  /** Further origins a browser may show for the same front door, e.g. the development server. */
  trustedOrigins?: readonly string[]
  /** Minutes after which an officer who does nothing is signed out. */
  sessionIdleMinutes: number
  /** Days after which an officer's password must be changed. */
  passwordMaxAgeDays: number
  /** Officers must bind an authenticator app before they work. */
  isTwoFactorRequired: boolean
  /** At least 32 characters; signs cookies and encrypts authenticator secrets. */
  secret: string
  /** True when `publicUrl` is https. */
  secureCookies: boolean
}

/** @throws Failure when a setting would leave the door open: a short secret, or plain cookies on https. */
export function checkSettings(config: AccountsConfig): void {
  if (config.secret.length < 32) throw new Failure(500, '登录密钥至少 32 位，请在配置里换一个随机生成的')
  if (config.publicUrl.startsWith('https://') && !config.secureCookies)
    throw new Failure(500, '网址是 https 时必须使用安全 Cookie，请修改配置')
}
