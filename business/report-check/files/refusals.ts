import { fail } from '../../../kernel/contract/errors.ts'
import { mostBytes, mostCharacters, mostFindings, mostPages } from '../rules/words.ts'

/** Refusals of a report's file, each with what to do. None repeats the file's name or a word of the text. @throws Failure */
export const refuse = {
  kind: (): never => fail(415, '这种文件读不出文字，请用 WPS 或 Word 另存为 .docx 后再试，或者把文字粘贴进来'),
  damaged: (): never => fail(415, '这个文件损坏了，打不开，请用原来的软件打开后另存一份再试，或者把文字粘贴进来'),
  password: (): never => fail(415, '这个文件加了密码，请去掉密码后再试，或者把文字粘贴进来'),
  size: (): never => fail(413, `文件超过 ${mostBytes / 1024 / 1024} MB，请去掉图片另存一份，或者把文字粘贴进来`),
  long: (): never => fail(413, `文字超过 ${mostCharacters / 10_000} 万字，请分成几份来核`),
  pages: (): never => fail(413, `这个 PDF 超过 ${mostPages} 页，请分成几份来核`),
  scanned: (): never => fail(422, '这个 PDF 里没有文字（可能是扫描件），请先做文字识别或粘贴文字'),
  slowFile: (): never => fail(422, '这个文件太复杂，一直读不完，请分成几份，或者把文字粘贴进来'),
  slowText: (): never => fail(422, '这段文字太长太密，一直核不完，请分成几份来核'),
  dense: (): never => fail(413, `数字和格式问题超过 ${mostFindings / 10_000} 万处，不像一份报告，请分成几份来核`),
  empty: (): never => fail(422, '里面没有文字，请换一份文件，或者把文字粘贴进来'),
}
