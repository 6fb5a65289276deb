import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { nextNumber } from '../workflow/numbers.ts'

const CHINESE = /^\p{Script=Han}{1,10}$/u

/**
 * The next 发文字号 of the acting union in the current year, without gaps: `龙工监〔2026〕1号` (GB/T 9704-2012 7.2.5: six-corner brackets, no 第, no
 * leading zero). The series stays locked until the transaction ends, so a rolled-back action gives its number back.
 * @param orgShort the union's 机关代字, e.g. 龙工
 * @param kind the word for the kind of document, e.g. 监; every kind counts for itself
 * @throws Failure 403 when the actor holds no post in a union; 422 when a word is not 1 to 10 Chinese characters
 */
export async function documentNumber(ctx: Ctx, orgShort: string, kind: string): Promise<string> {
  if (ctx.actor.orgPath === '') fail(403, '发文要以工会的身份，请先切换到工会岗位')
  if (!CHINESE.test(orgShort) || !CHINESE.test(kind)) fail(422, '发文字号的机关代字和类别要用汉字，请核对')
  const number = await nextNumber(ctx, `${ctx.actor.orgPath}${kind}`)
  const running = Number(/\d+$/.exec(number)?.[0])
  return `${orgShort}${kind}〔${ctx.today.slice(0, 4)}〕${running}号`
}
