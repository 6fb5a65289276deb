import { defineLimits } from '../../kernel/calendar/deadlines.ts'
import { changeKinds } from './rules/words.ts'

const legalPerson = '《基层工会法人登记管理办法》（总工办发〔2020〕20号）'

const carryOut = Object.entries(changeKinds).map(([kind, title]) => {
  const common = { code: `unions.carryOut.${kind}`, title: `${title}办理` }
  if (kind !== 'particulars') return { ...common, amount: 10 }
  const basis = `${legalPerson}：名称、法定代表人、住所变更的，30 日内办理变更登记`
  return { ...common, sure: 'F', clock: 'legal', amount: 30, unit: 'naturalDays', basis } as const
})

const expiry = (code: string, title: string, amount: number) =>
  ({ code, title, amount, unit: 'naturalDays', basis: '届满前 90、60、30 日提醒，天数由区总工会确认' }) as const

/** Limits of the changes, and when the daily watch tells of terms, certificates and vacancies. */
export const deadlines = defineLimits([
  { code: 'unions.review', title: '变更申请审核', amount: 5 },
  {
    code: 'unions.approve',
    title: '上级工会批复',
    amount: 15,
    unit: 'naturalDays',
    basis: `${legalPerson}：登记机关审查期限，15 日待核`,
  },
  ...carryOut,
  expiry('unions.term.far', '任期届满首次提醒', 90),
  expiry('unions.term.near', '任期届满再次提醒', 60),
  expiry('unions.term.last', '任期届满末次提醒', 30),
  {
    code: 'unions.term.postpone',
    title: '延期换届最长',
    amount: 6,
    unit: 'months',
    clock: 'legal',
    sure: 'K',
    basis: '《工会基层组织选举工作条例》：延期换届须经上一级工会批准，一般不超过半年',
    jurisdiction: 'CN',
  },
  {
    code: 'unions.certificate.renew',
    title: '证书到期前换证',
    amount: 30,
    unit: 'naturalDays',
    clock: 'legal',
    sure: 'F',
    basis: `${legalPerson}：证书有效期届满前 30 日申请换证`,
    jurisdiction: 'CN',
  },
  {
    code: 'unions.chair.vacant',
    title: '主席空缺补选',
    amount: 3,
    unit: 'months',
    clock: 'legal',
    basis: '主席空缺应及时补选，一般不超过三个月，期限待核',
  },
])
