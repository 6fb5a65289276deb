const SIGN_IN: [number, string] = [401, '用户名或密码不对，请核对后重试；连续输错 5 次会锁定 30 分钟']
const PASSWORD: [number, string] = [422, '密码不对，请重新输入']
const CODE: [number, string] = [422, '验证码不对，请核对后重新输入']
const NEW_CODE: [number, string] = [422, '验证码已失效，请重新获取']
const AGAIN: [number, string] = [401, '登录验证已过期，请重新输入用户名和密码']
const ORIGIN: [number, string] = [403, '请从本系统的网址打开页面再操作']

/** better-auth's error codes → the status we answer and the sentence that says what to do. */
const WORDS: Readonly<Record<string, [number, string]>> = {
  INVALID_USERNAME_OR_PASSWORD: SIGN_IN,
  INVALID_USERNAME: SIGN_IN,
  USERNAME_TOO_SHORT: SIGN_IN,
  USERNAME_TOO_LONG: SIGN_IN,
  PASSWORD_TOO_LONG: SIGN_IN,
  CREDENTIAL_ACCOUNT_NOT_FOUND: [422, '这个账号还没有密码，请联系系统管理员设置'],
  INVALID_PASSWORD: PASSWORD,
  INVALID_OTP: CODE,
  INVALID_CODE: CODE,
  INVALID_BACKUP_CODE: [422, '恢复码不对，或已经用过，请换一个'],
  OTP_NOT_FOUND: NEW_CODE,
  OTP_EXPIRED: NEW_CODE,
  OTP_HAS_EXPIRED: NEW_CODE,
  TOO_MANY_ATTEMPTS: [429, '验证码输错次数太多，请重新获取'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [429, '输错次数太多，请重新登录'],
  ACCOUNT_TEMPORARILY_LOCKED: [429, '动态口令连续输错次数太多，请 30 分钟后再试'],
  INVALID_TWO_FACTOR_COOKIE: AGAIN,
  TOTP_ALREADY_ENABLED: [409, '已经开启动态口令，要换设备请先关闭再开启'],
  TOTP_NOT_ENABLED: [409, '还没有开启动态口令，请先扫码绑定'],
  TWO_FACTOR_NOT_ENABLED: [409, '还没有开启动态口令，请先扫码绑定'],
  BACKUP_CODES_NOT_ENABLED: [409, '还没有开启动态口令，请先扫码绑定'],
  ACCOUNT_DISABLED: [403, '账号已停用，请联系上级工会或系统管理员'],
  UNAUTHORIZED: [401, '登录已过期，请重新登录'],
  INVALID_ORIGIN: ORIGIN,
  MISSING_OR_NULL_ORIGIN: ORIGIN,
}

/** Says a refusal of better-auth in our words. @param code its error code @param status its HTTP status */
export function wordsFor(code: string | undefined, status: number): { status: number; message: string } {
  const known = code === undefined ? undefined : WORDS[code]
  if (known) return { status: known[0], message: known[1] }
  if (status === 429) return { status, message: '操作太频繁，请稍后再试' }
  if (status < 500) return { status, message: '这一步没有办成，请刷新页面后重试' }
  return { status: 500, message: '系统出错了，请稍后再试；仍不行请联系系统管理员' }
}
