import { defineLimits } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineLimits([
  {
    code: 'transfers.release',
    title: '原工会答复转出',
    amount: 5,
    unit: 'naturalDays',
    basis: '会籍随劳动关系走，一次入会、动态接转；不答复就自动转出，天数由区总工会确认',
  },
  {
    code: 'transfers.decide',
    title: '上级决定异议',
    amount: 3,
    basis: '会籍随劳动关系走；不决定就按异议不成立，天数由区总工会确认',
  },
  {
    code: 'transfers.accept',
    title: '新工会接收',
    amount: 3,
    basis: '参照网上入会三个工作日办结的做法；不答复就转上一级，天数由区总工会确认',
  },
  {
    code: 'transfers.place',
    title: '上级安置',
    amount: 3,
    basis: '会员不能没有工会；不安置就由上级工会代管，天数由区总工会确认',
  },
  {
    code: 'transfers.confirm',
    title: '工会确认',
    amount: 3,
    basis: '参照网上入会三个工作日办结的做法；不答复就自动确认，天数由区总工会确认',
  },
  {
    code: 'transfers.approve',
    title: '上级批准除名',
    amount: 15,
    basis: '开除会籍由工会决定、报上一级批准，天数由区总工会确认',
  },
])
