import type { IFontAttributesProperties } from 'docx'

/** A typeface by the name offices know, and where to turn without it: first what Word and WPS bring along, then what other machines have. */
type Face = {
  readonly name: string
  readonly instead: readonly string[]
  readonly family: 'roman' | 'swiss' | 'modern'
}

const serif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', 'AR PL UMing CN'] as const
const sans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Heiti SC', 'WenQuanYi Zen Hei'] as const

export const faces = {
  title: {
    name: '方正小标宋简体',
    instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '小标宋', '宋体', 'SimSun', ...serif],
    family: 'roman',
  },
  body: {
    name: '仿宋_GB2312',
    instead: ['仿宋', 'FangSong', 'FangSong_GB2312', '华文仿宋', 'STFangsong', '宋体', 'SimSun', ...serif],
    family: 'modern',
  },
  kai: {
    name: '楷体_GB2312',
    instead: [
      '楷体',
      'KaiTi',
      'KaiTi_GB2312',
      '华文楷体',
      'STKaiti',
      'Kaiti SC',
      'AR PL UKai CN',
      '宋体',
      'SimSun',
      ...serif,
    ],
    family: 'modern',
  },
  hei: { name: '黑体', instead: ['SimHei', '华文黑体', 'STHeiti', ...sans], family: 'swiss' },
  song: { name: '宋体', instead: ['SimSun', 'NSimSun', '华文宋体', 'STSong', ...serif], family: 'roman' },
  latin: { name: 'Times New Roman', instead: ['Liberation Serif', 'Tinos', 'Nimbus Roman'], family: 'roman' },
} as const satisfies Readonly<Record<string, Face>>

export type FaceName = Exclude<keyof typeof faces, 'latin'>

/** Chinese in the named face, Latin letters and digits in Times New Roman; the page number, 半角宋体, is all 宋体. */
export const fontOf = (face: FaceName): IFontAttributesProperties => {
  const { name } = faces[face]
  const latin = face === 'song' ? name : faces.latin.name
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: name }
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** `word/fontTable.xml`: every face with its alternatives (ECMA-376, 17.8.3.1), for machines that do not have it. */
export function fontTable(): string {
  const fonts = Object.values<Face>(faces).map(({ name, instead, family }) => {
    const charset = name === faces.latin.name ? '00' : '86'
    return (
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/>` +
      `<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
    )
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`
}
