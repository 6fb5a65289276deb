import { type FaceName, fontOf } from './faces.ts'
import { characters, footer, line, points, spacing } from './measures.ts'

type Style = {
  name: string
  face?: FaceName
  /** In points. */
  size?: number
  align?: 'left' | 'center'
  /** First line set in by two characters, as body text is; 0 for none. */
  indent?: 0
  /** Distance from line to line in twentieths of a point, where it is not the page's. */
  line?: number
  /** 1 to 4 for a heading. */
  outline?: number
  keepWithNext?: true
}

/** What each kind of paragraph looks like (GB/T 9704-2012, 7.3). The keys are the ids of the styles. */
const paragraphs = {
  Title: { name: 'Title', face: 'title', size: points.second, align: 'center', indent: 0, keepWithNext: true },
  Note: { name: '标题下说明', face: 'kai', align: 'center', indent: 0 },
  Number: { name: '发文字号', align: 'center', indent: 0 },
  Addressee: { name: '主送机关', align: 'left', indent: 0 },
  Heading1: { name: 'heading 1', face: 'hei', outline: 1, keepWithNext: true },
  Heading2: { name: 'heading 2', face: 'kai', outline: 2, keepWithNext: true },
  Heading3: { name: 'heading 3', outline: 3 },
  Heading4: { name: 'heading 4', outline: 4 },
  SignOff: { name: '署名和日期', align: 'center', indent: 0 },
  AnnexMark: { name: '附件序号', face: 'hei', align: 'left', indent: 0, keepWithNext: true },
  AnnexTitle: { name: '附件标题', face: 'title', size: points.second, align: 'center', indent: 0, keepWithNext: true },
  AnnexHead: {
    name: '附件条目',
    face: 'hei',
    size: points.annex,
    align: 'left',
    indent: 0,
    line: 400,
    keepWithNext: true,
  },
  AnnexCell: { name: '附件内容', size: points.annex, align: 'left', indent: 0, line: 400 },
  Fingerprint: { name: '校验码', face: 'song', size: points.small, align: 'left', indent: 0, line: 280 },
  TableEnd: { name: '表格之后', size: 1, align: 'left', indent: 0, line: 20 },
  Footer: { name: 'footer', face: 'song', size: points.fourth, align: 'left', indent: 0, line: footer.line },
  CommentText: { name: 'annotation text', face: 'song', size: 10.5, align: 'left', indent: 0, line: 300 },
} as const satisfies Readonly<Record<string, Style>>

export type StyleName = keyof typeof paragraphs

const fonts = (face: FaceName): string => {
  const { ascii, hAnsi, cs, eastAsia } = fontOf(face)
  return `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:cs="${cs}" w:eastAsia="${eastAsia}"/>`
}
const sized = (size: number): string => `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
const spaced = (pitch: number): string => `<w:spacing w:before="0" w:after="0" w:line="${pitch}" w:lineRule="exact"/>`

function paragraphStyle(id: string, style: Style): string {
  const layout = [
    style.keepWithNext && '<w:keepNext/>',
    // A line of larger letters would take two lines of the grid.
    style.size && '<w:snapToGrid w:val="0"/>',
    style.line && spaced(style.line),
    style.indent === 0 && '<w:ind w:firstLine="0" w:firstLineChars="0"/>',
    style.align && `<w:jc w:val="${style.align}"/>`,
    style.outline && `<w:outlineLvl w:val="${style.outline - 1}"/>`,
  ]
  const look = [style.face && fonts(style.face), style.size && `<w:spacing w:val="0"/>${sized(style.size)}`]
  const text = (parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string').join('')
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${text(layout)}</w:pPr><w:rPr>${text(look)}</w:rPr></w:style>`
  )
}

const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${spaced(line)}` +
  `<w:ind w:firstLine="${characters(2)}" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>`

const characterStyles =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="character" w:styleId="FigureLink"><w:name w:val="数字的出处"/><w:rPr><w:u w:val="dotted" w:color="A6A6A6"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'

const table =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'

/** `word/styles.xml`: body text 3号仿宋 in lines of one fixed distance, everything else by the table above. */
export const stylesXml: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('body')}<w:color w:val="000000"/><w:spacing w:val="${spacing}"/>${sized(points.third)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  normal +
  Object.entries<Style>(paragraphs)
    .map(([id, style]) => paragraphStyle(id, style))
    .join('') +
  characterStyles +
  table +
  '</w:styles>'
