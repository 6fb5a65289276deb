import { hash, verify } from '@node-rs/argon2'

const MIN_LENGTH = 10
const MAX_LENGTH = 128
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** What is wrong with a new password, in Chinese, or null. At least 10 characters of 3 kinds out of 4 (GB/T 22239-2019 level 3, practice). */
export function passwordFault(password: string): string | null {
  if (password.length > MAX_LENGTH) return `密码最多 ${MAX_LENGTH} 位，请缩短`
  const kinds = CLASSES.filter((kind) => kind.test(password)).length
  if (password.length >= MIN_LENGTH && kinds >= 3) return null
  return `密码至少 ${MIN_LENGTH} 位，并包含大写字母、小写字母、数字、符号中的三类`
}

/** argon2id with the parameters OWASP recommends for servers: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

/** Does the password belong to the hash? A malformed hash belongs to none. */
export const isPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password).catch(() => false)
