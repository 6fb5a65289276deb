import { defineLimits } from '../../kernel/calendar/deadlines.ts'

const charter = '《中国工会章程》要求建立基层组织必须报上一级工会批准，未定天数；天数由区总工会确认'
const legalPerson = '《基层工会法人登记管理办法》（总工办发〔2020〕20号）'

/** Limits of a founding (D:C1.1). The texts name the steps; most days are not published and are the federation's own parameters. */
export const deadlines = defineLimits([
  { code: 'organising.contact', title: '联系单位', amount: 5 },
  { code: 'organising.prepare', title: '报筹建', amount: 30, unit: 'naturalDays' },
  { code: 'organising.approvePrep', title: '批复筹建', amount: 10, basis: charter },
  { code: 'organising.elect', title: '发展会员、开始选举', amount: 3, unit: 'months' },
  {
    code: 'organising.report',
    title: '选举并报请成立',
    amount: 60,
    unit: 'naturalDays',
    basis: '内部时限；其中候选人公示七日由选举计时',
  },
  { code: 'organising.approve', title: '批复成立', amount: 15, basis: charter },
  { code: 'organising.seal', title: '刻章、开户', amount: 30, unit: 'naturalDays' },
  {
    code: 'organising.applyLegal',
    title: '申请法人登记',
    amount: 60,
    unit: 'naturalDays',
    clock: 'legal',
    starts: '上级工会批准成立',
    basis: `${legalPerson}：批准成立之日起六十日内申请登记（条文待核对）`,
  },
  {
    code: 'organising.register',
    title: '作出登记决定',
    amount: 15,
    unit: 'naturalDays',
    clock: 'legal',
    starts: '登记机关收到登记申请',
    basis: `${legalPerson}：受理之日起十五日内审查并作出决定（条文待核对）`,
    rollsToWorkingDay: true,
  },
  {
    code: 'organising.enter',
    title: '入库',
    amount: 15,
    basis: '总工办发〔2017〕14号 实名制要求建库，未定天数；天数由区总工会确认',
  },
  { code: 'organising.linkDues', title: '建经费关系', amount: 30, unit: 'naturalDays' },
  {
    code: 'organising.afterOpening',
    title: '开业后建会',
    amount: 6,
    unit: 'months',
    clock: 'legal',
    starts: '单位开业',
    basis: '各地实施工会法办法多规定开业投产六个月内建会；深圳的期限待区总工会确认',
  },
])
