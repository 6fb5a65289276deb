/** What a report's number is found to be against the house's own records. */
export const verdicts = {
  agrees: '与记录一致',
  differs: '与记录不一致',
  target: '计划目标',
  'not in our records': '没有记录可对',
} as const
export type Verdict = keyof typeof verdicts

/** Where a text came from: layout says something only of plain text, and a page's own number is no fault of a PDF. */
export const sources = { text: '文字', word: 'Word 文档', pdf: 'PDF' } as const
export type Source = keyof typeof sources

/** The classes of defects of form, in the order in which a reader mends them. */
export const defectKinds = {
  'repeated-heading': '标题序号重复',
  'skipped-heading': '标题序号跳号',
  'page-mark': '页码混入正文',
  'stray-space': '行首多空格',
  'lost-indent': '首行缩进丢失',
  'hard-break': '句中硬换行',
  'mixed-spacing': '数字旁空格不统一',
  'half-width-punctuation': '半角标点',
  'double-hyphen': '破折号用了两个连字符',
  'nested-quotes': '引号套引号',
  'unpaired-quotes': '引号不成对',
  'quoted-award': '奖项等级放进了引号',
  'unit-drift': '同类事用了两种量词',
  'name-drift': '同一事物有几种叫法',
  'coded-name-reused': '同一代号指两件事',
  'rate-without-base': '比率没有基数',
  'total-without-base': '总数口径不清',
  'done-without-target': '说超额却没写任务数',
  'unsplit-sum': '两类合在一个数里',
} as const
export type DefectKind = keyof typeof defectKinds

/** Most characters of one text: some four hundred pages. */
export const mostCharacters = 250_000
/** Most numbers and faults told of one text: five times as many as four hundred pages of a work report hold. */
export const mostFindings = 20_000
/** Most pages of one PDF. */
export const mostPages = 600
/** Most bytes of one file. */
export const mostBytes = 20 * 1024 * 1024
/** After so many days a check is deleted with its text. */
export const daysKept = 90
/** Most checks of one person at a time, and in an hour. */
export const mostKept = 200
export const mostAnHour = 60
