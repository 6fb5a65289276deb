import { fail } from '../contract/errors.ts'

type Family = 'image' | 'audio' | 'video' | 'document' | 'text'
type KindFacts = { extensions: readonly string[]; mediaType: string; family: Family; label: string }

/** Every kind of file that may be handed in. The first ending is the one a file without an ending receives. */
export const kinds = {
  jpg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', family: 'image', label: 'JPG 图片' },
  png: { extensions: ['png'], mediaType: 'image/png', family: 'image', label: 'PNG 图片' },
  webp: { extensions: ['webp'], mediaType: 'image/webp', family: 'image', label: 'WebP 图片' },
  heic: { extensions: ['heic', 'heif'], mediaType: 'image/heic', family: 'image', label: 'HEIC 图片' },
  gif: { extensions: ['gif'], mediaType: 'image/gif', family: 'image', label: 'GIF 图片' },
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', family: 'document', label: 'PDF' },
  doc: { extensions: ['doc'], mediaType: 'application/msword', family: 'document', label: '旧版 Word 文档' },
  xls: { extensions: ['xls'], mediaType: 'application/vnd.ms-excel', family: 'document', label: '旧版 Excel 表格' },
  ppt: { extensions: ['ppt'], mediaType: 'application/vnd.ms-powerpoint', family: 'document', label: '旧版 PPT' },
  docx: {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    family: 'document',
    label: 'Word 文档',
  },
  xlsx: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    family: 'document',
    label: 'Excel 表格',
  },
  pptx: {
    extensions: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    family: 'document',
    label: 'PPT',
  },
  txt: { extensions: ['txt'], mediaType: 'text/plain', family: 'text', label: '文本' },
  csv: { extensions: ['csv'], mediaType: 'text/csv', family: 'text', label: 'CSV 表格' },
  mp3: { extensions: ['mp3'], mediaType: 'audio/mpeg', family: 'audio', label: 'MP3 录音' },
  m4a: { extensions: ['m4a'], mediaType: 'audio/mp4', family: 'audio', label: 'M4A 录音' },
  amr: { extensions: ['amr'], mediaType: 'audio/amr', family: 'audio', label: 'AMR 录音' },
  wav: { extensions: ['wav'], mediaType: 'audio/wav', family: 'audio', label: 'WAV 录音' },
  ogg: { extensions: ['ogg', 'oga', 'opus'], mediaType: 'audio/ogg', family: 'audio', label: 'OGG 录音' },
  webm: { extensions: ['webm', 'weba'], mediaType: 'audio/webm', family: 'audio', label: 'WebM 录音' },
  mp4: { extensions: ['mp4'], mediaType: 'video/mp4', family: 'video', label: 'MP4 视频' },
} as const satisfies Record<string, KindFacts>

export type Kind = keyof typeof kinds

const kindNames = Object.keys(kinds) as Kind[]

/** The kind an ending promises, or undefined when none may have it. */
export const kindOf = (extension: string): Kind | undefined =>
  kindNames.find((kind) => (kinds[kind].extensions as readonly string[]).includes(extension))

/** Refusals, each with what to do. None repeats the file's name, which may hold personal data. @throws Failure 415 */
export const refuse = {
  ending: (extension: string): never =>
    ['zip', 'rar', '7z', 'tar', 'gz'].includes(extension)
      ? refuse.archive()
      : fail(415, `不能上传 .${extension} 文件，请上传照片、PDF、Word、Excel、PPT、文本、录音或 mp4 视频`),
  content: (): never => fail(415, '认不出这是什么文件，请上传照片、PDF、Word、Excel、PPT、文本、录音或 mp4 视频'),
  archive: (): never => fail(415, '压缩包不能上传，请解压后一个一个上传'),
  markup: (): never => fail(415, '网页和脚本不能上传，请截图或另存为 PDF 后再上传'),
  program: (): never => fail(415, '程序不能上传，请核对选的是不是要交的材料'),
  macro: (): never => fail(415, '带宏的文件不能上传，请用 WPS 或 Office 另存为不带宏的文件后再上传'),
  password: (): never => fail(415, '加了密码的文件别人打不开，请取消密码后再上传'),
  damaged: (): never => fail(415, '文件损坏或压缩异常，请用 WPS 或 Office 打开后另存一份再上传'),
  film: (): never => fail(415, '这种视频不能上传，请转成 mp4 后再上传'),
  lie: (extension: string, found?: Kind): never =>
    fail(
      415,
      `文件内容和后缀 .${extension} 对不上${found ? `，实际是${kinds[found].label}` : ''}，请用原来的软件打开，另存为需要的格式后再上传`,
    ),
}

/**
 * Holds the promised ending against what the content can be. A picture under another picture's ending (phones do that) or a recording under another
 * recording's is renamed; any other lie is refused. @returns the kind and the true ending
 * @throws Failure 415
 */
export function settleKind(extension: string, found: readonly Kind[]): { kind: Kind; extension: string } {
  const [first] = found
  if (!first) return extension === '' ? refuse.content() : refuse.lie(extension)
  if (extension === '') return { kind: first, extension: kinds[first].extensions[0] }
  const promised = kindOf(extension)
  if (!promised) return refuse.ending(extension)
  if (found.includes(promised)) return { kind: promised, extension }
  const { family } = kinds[promised]
  const cousin =
    family === 'image' || family === 'audio' ? found.find((kind) => kinds[kind].family === family) : undefined
  return cousin ? { kind: cousin, extension: kinds[cousin].extensions[0] } : refuse.lie(extension, first)
}
