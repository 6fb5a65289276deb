/** How a value is written in a column. */
export const formats = {
  text: '原样',
  word: '写文字',
  code: '写代码',
  dash: '2024-03-05',
  slash: '2024/03/05',
  dot: '2024.03.05',
  bare: '20240305',
  words: '2024年3月5日',
  month: '2024-03',
} as const
export type Format = keyof typeof formats

const plain = ['text'] as const satisfies readonly Format[]
const choice = ['word', 'code'] as const satisfies readonly Format[]
const day = ['dash', 'slash', 'dot', 'bare', 'words', 'month'] as const satisfies readonly Format[]

/** What can be handed over about a member, and the forms each may take; the first is the usual one. */
export const exportFields = {
  name: { title: '姓名', formats: plain },
  sex: { title: '性别', formats: choice },
  ethnicity: { title: '民族', formats: plain },
  idKind: { title: '证件类型', formats: choice },
  idNumber: { title: '证件号码', formats: plain },
  idValidTo: { title: '证件有效期', formats: day },
  birthOn: { title: '出生日期', formats: day },
  phone: { title: '手机', formats: plain },
  political: { title: '政治面貌', formats: choice },
  education: { title: '学历', formats: choice },
  skillLevel: { title: '技术等级', formats: choice },
  employment: { title: '劳动关系', formats: choice },
  hukou: { title: '户籍', formats: choice },
  isMigrant: { title: '是否农民工', formats: choice },
  firmName: { title: '工作单位', formats: plain },
  firmCode: { title: '单位信用代码', formats: plain },
  department: { title: '部门', formats: plain },
  occupation: { title: '工种', formats: plain },
  newFormKind: { title: '新就业形态类别', formats: choice },
  joinedOn: { title: '入会日期', formats: day },
  memberNumber: { title: '会员证号', formats: plain },
  standing: { title: '会籍状态', formats: choice },
  unionName: { title: '所属工会', formats: plain },
  unionCode: { title: '工会信用代码', formats: plain },
} as const satisfies Record<string, { title: string; formats: readonly [Format, ...Format[]] }>
export type ExportField = keyof typeof exportFields

export type LayoutColumn = { field: ExportField; header: string; format: Format }
export type Layout = {
  id: string
  name: string
  columns: readonly LayoutColumn[]
  source: string
  validFrom: string
}

export const mayTake = (field: ExportField, format: Format): boolean =>
  (exportFields[field].formats as readonly Format[]).includes(format)

/** A column in its usual name and form. */
export const usualColumn = (field: ExportField): LayoutColumn => ({
  field,
  header: exportFields[field].title,
  format: exportFields[field].formats[0],
})

const column = (field: ExportField, header: string, format: Format = exportFields[field].formats[0]): LayoutColumn => ({
  field,
  header,
  format,
})

const unknown = '按 2017 年全国实名制采集表的栏目拟定，未见该系统现行的导入模板 [U]；拿到模板后请另存一份并改正'

/** Starting points for the systems above, whose true layouts are not known (D:D3.4): to be copied and put right. */
export const builtInLayouts: readonly Layout[] = [
  {
    id: 'city',
    name: '深圳智慧工会（起始版）',
    source: unknown,
    validFrom: '2026-01-01',
    columns: [
      column('unionName', '所属工会'),
      column('name', '会员姓名'),
      column('idKind', '证件类型'),
      column('idNumber', '证件号码'),
      column('sex', '性别'),
      column('phone', '手机号码'),
      column('joinedOn', '入会时间'),
      column('education', '学历'),
      column('political', '政治面貌'),
      column('skillLevel', '技能等级'),
      column('isMigrant', '是否农民工'),
      column('newFormKind', '新就业形态类别'),
      column('firmName', '工作单位'),
      column('firmCode', '单位统一社会信用代码'),
    ],
  },
  {
    id: 'province',
    name: '粤工惠（起始版）',
    source: unknown,
    validFrom: '2026-01-01',
    columns: [
      column('name', '姓名'),
      column('sex', '性别', 'code'),
      column('ethnicity', '民族'),
      column('idKind', '证件类型', 'code'),
      column('idNumber', '证件号'),
      column('idValidTo', '证件有效期', 'slash'),
      column('birthOn', '出生日期', 'slash'),
      column('phone', '手机'),
      column('political', '政治面貌', 'code'),
      column('education', '文化程度', 'code'),
      column('skillLevel', '技术等级', 'code'),
      column('employment', '就业状态', 'code'),
      column('hukou', '户籍类型', 'code'),
      column('isMigrant', '是否农民工', 'code'),
      column('firmName', '工作单位'),
      column('occupation', '工种'),
      column('joinedOn', '入会日期', 'slash'),
      column('memberNumber', '会员证号'),
      column('standing', '会籍状态', 'code'),
      column('unionCode', '工会统一社会信用代码'),
    ],
  },
]
