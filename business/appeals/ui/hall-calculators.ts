import { parseYuan } from '../../../kit/money/money-words.ts'
import {
  annualLeave,
  type Calculation,
  doubleWage,
  overtime,
  type SeveranceKind,
  severance,
  type WageParameters,
} from '../rules/calculators/index.ts'

export interface Asked {
  key: string
  title: string
  hint?: string
  kind: 'money' | 'day' | 'number' | 'choice'
  options?: readonly { value: string; title: string; hint?: string }[]
  /** May be left blank: counts as nothing. */
  isOptional?: boolean
}

export type Answers = Readonly<Record<string, string>>

export interface Calculator {
  title: string
  sub: string
  questions: readonly Asked[]
  /** Undefined while an answer is missing. */
  work: (answers: Answers, parameters: WageParameters) => Calculation
}

const fen = (typed: string | undefined): number => parseYuan(typed ?? '') ?? 0
const count = (typed: string | undefined): number => Number((typed ?? '').normalize('NFKC').trim() || 0)

const wage: Asked = { key: 'wage', title: '一个月工资多少元？', hint: '税前的，加上奖金和补贴。', kind: 'money' }
const from: Asked = { key: 'from', title: '哪天开始上班的？', kind: 'day' }
const to: Asked = { key: 'to', title: '最后一天上班是哪天？', hint: '还在上班就填今天。', kind: 'day' }

const kinds: Asked = {
  key: 'kind',
  title: '单位为什么让您走？',
  kind: 'choice',
  options: [
    { value: 'N', title: '双方谈好了，或合同到期不续', hint: '每满一年一个月工资' },
    { value: 'N+1', title: '没提前三十天告诉我', hint: '单位说干不了、病了或情况变了' },
    { value: '2N', title: '没有道理就辞退', hint: '违法解除，加倍' },
  ],
}

export const calculators: Readonly<Record<string, Calculator>> = {
  severance: {
    title: '被辞退的补偿',
    sub: '看单位该给几个月工资',
    questions: [kinds, from, to, { ...wage, title: '走之前十二个月，平均每月工资多少元？' }],
    work: (a, parameters) =>
      severance({ kind: kindOf(a.kind), from: a.from ?? '', to: a.to ?? '', averageWageFen: fen(a.wage) }, parameters),
  },
  overtime: {
    title: '加班费',
    sub: '平时、休息日、节假日分开算',
    questions: [
      wage,
      { key: 'workday', title: '平时加了多少小时班？', kind: 'number', isOptional: true },
      { key: 'rest', title: '休息日加了多少小时，没有补休？', kind: 'number', isOptional: true },
      {
        key: 'holiday',
        title: '法定节假日上了多少小时班？',
        hint: '比如国庆、春节。',
        kind: 'number',
        isOptional: true,
      },
      { key: 'paid', title: '已经发了多少元加班费？', kind: 'money', isOptional: true },
    ],
    work: (a, parameters) =>
      overtime(
        {
          monthlyWageFen: fen(a.wage),
          workdayHours: count(a.workday),
          restDayHours: count(a.rest),
          holidayHours: count(a.holiday),
          paidFen: fen(a.paid),
        },
        parameters,
      ),
  },
  contract: {
    title: '没签合同的双倍工资',
    sub: '上班满一个月还没签书面合同',
    questions: [from, { ...to, title: '哪天签的合同，或者做到哪天？' }, wage],
    work: (a) => doubleWage({ from: a.from ?? '', to: a.to ?? '', monthlyWageFen: fen(a.wage) }),
  },
  leave: {
    title: '没休的年休假',
    sub: '没休的每天多给两倍工资',
    questions: [
      { key: 'years', title: '工作一共满几年了？', hint: '以前单位的也算。', kind: 'number' },
      { key: 'taken', title: '今年休了几天年假？', kind: 'number', isOptional: true },
      wage,
    ],
    work: (a) => annualLeave({ totalYears: count(a.years), takenDays: count(a.taken), monthlyWageFen: fen(a.wage) }),
  },
}

const kindOf = (typed: string | undefined): SeveranceKind => (typed === 'N+1' || typed === '2N' ? typed : 'N')

/** Why this answer cannot be taken; undefined when it can. */
export function faultOf(asked: Asked, typed: string, answers: Answers): string | undefined {
  if (typed.trim() === '') return asked.isOptional ? undefined : '先填上这一项'
  if (asked.kind === 'money' && parseYuan(typed) === undefined) return '请填数字，比如 6500'
  if (asked.kind === 'number' && !(count(typed) >= 0 && count(typed) <= 10_000)) return '请填数字，比如 20'
  if (asked.key === 'to' && answers.from && typed < answers.from) return '这一天在开始上班之前，请核对'
  return undefined
}
