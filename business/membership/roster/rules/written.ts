import { newFormKinds } from '../../../../kernel/people/new-form-kinds.ts'
import { idKinds } from '../../../../kernel/people/words.ts'
import type { Format } from './layouts.ts'

type Pairs = Readonly<Record<string, readonly [word: string, code: string]>>

/** Word and code of each choice; codes as in GB/T 2261.1, 4762 and 4658, else counted. A field read back from either means the same. */
export const choices = {
  sex: { male: ['男', '1'], female: ['女', '2'], unknown: ['', '0'] },
  idKind: {
    resident: [idKinds.resident, '111'],
    hongkong_macao: [idKinds.hongkong_macao, '516'],
    taiwan: [idKinds.taiwan, '511'],
    foreigner: [idKinds.foreigner, '553'],
    passport: [idKinds.passport, '414'],
    unknown: ['', ''],
  },
  political: {
    party: ['中共党员', '01'],
    probationary: ['中共预备党员', '02'],
    league: ['共青团员', '03'],
    democratic: ['民主党派', '04'],
    masses: ['群众', '13'],
  },
  education: {
    primary: ['小学', '70'],
    junior: ['初中', '61'],
    senior: ['高中', '60'],
    vocational: ['中专', '40'],
    college: ['大专', '30'],
    bachelor: ['本科', '20'],
    master: ['硕士', '14'],
    doctor: ['博士', '11'],
  },
  skillLevel: {
    none: ['无', '0'],
    junior: ['初级工', '5'],
    intermediate: ['中级工', '4'],
    senior: ['高级工', '3'],
    technician: ['技师', '2'],
    senior_technician: ['高级技师', '1'],
    special_technician: ['特级技师', '特级技师'],
    chief_technician: ['首席技师', '首席技师'],
  },
  employment: {
    contract: ['劳动合同', '1'],
    dispatch: ['劳务派遣', '2'],
    platform: ['平台用工', '3'],
    labour_service: ['劳务', '4'],
    retired: ['退休', '5'],
    unemployed: ['失业', '6'],
  },
  hukou: {
    local_urban: ['本市城镇', '本市城镇'],
    local_rural: ['本市农村', '本市农村'],
    other_urban: ['外地城镇', '外地城镇'],
    other_rural: ['外地农村', '外地农村'],
  },
  isMigrant: { true: ['是', '1'], false: ['否', '0'] },
  standing: { full: ['在会', '1'], pooled: ['在会', '1'], retained: ['保留会籍', '2'] },
  newFormKind: Object.fromEntries(newFormKinds.map(({ code, title }) => [code, [title, code] as const])),
} as const satisfies Record<string, Pairs>

/** A choice as it is written; '' for what is not known. */
export function choiceText(key: keyof typeof choices, value: string, format: Format): string {
  const pair = (choices[key] as Pairs)[value]
  return pair?.[format === 'code' ? 1 : 0] ?? ''
}

/** A day as it is written; 长期 for a document that never runs out. */
export function dayText(day: string, format: Format): string {
  if (day === '9999-12-31') return '长期'
  const [year = '', month = '', date = ''] = day.split('-')
  if (format === 'slash') return `${year}/${month}/${date}`
  if (format === 'dot') return `${year}.${month}.${date}`
  if (format === 'bare') return year + month + date
  if (format === 'month') return `${year}-${month}`
  return format === 'words' ? `${year}年${Number(month)}月${Number(date)}日` : day
}
