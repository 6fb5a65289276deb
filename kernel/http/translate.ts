import { Failure } from '../contract/errors.ts'

type Known = { code?: string; status?: number; message?: string; name?: string }

/** What the database says in codes, said in Chinese. Anything else stays an error of ours: it is logged, and the user reads a plain sentence. */
const sentences: Record<string, [number, string]> = {
  '23505': [409, '这条记录已经有了，请刷新后再看'],
  '23503': [422, '引用的单位或人员不存在，请重新选择'],
  '23514': [422, '填写的内容不合规定，请核对'],
  '22P05': [400, '文字里有无法保存的字符，请删掉后再试'],
  '22021': [400, '文字里有无法保存的字符，请删掉后再试'],
  '42501': [403, '这件事不在您的办理范围内'],
  '40001': [409, '就在刚才别人改了同一条记录，请再试一次'],
  '40P01': [409, '就在刚才别人改了同一条记录，请再试一次'],
  '55P03': [409, '这条记录正被别人办理，请稍后再试'],
  '57014': [503, '查询太久，已经停下，请缩小范围再试'],
  '53300': [503, '现在人太多，请稍等几秒再试'],
}

/** Turns any error into a Failure; an unexpected one becomes 500 and keeps its cause for the log. */
export function translate(error: unknown): Failure {
  if (error instanceof Failure) return error
  const known = error as Known
  const sentence = known?.code ? sentences[known.code] : undefined
  const failure = sentence ? new Failure(...sentence) : new Failure(500, '系统出了问题，您填写的内容还在，请稍后再试')
  failure.cause = error
  return failure
}
