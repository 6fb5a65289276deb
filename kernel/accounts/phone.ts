/** A mainland mobile number as eleven digits, from what people type (spaces, dashes, +86), or null. */
export function findPhone(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** `138****0000` */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
