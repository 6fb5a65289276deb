import { defineLimits } from '../../kernel/calendar/deadlines.ts'

/** All targets of the federation. Three working days is what unions reached that take applications online (F60); the rest is to be confirmed. */
export const deadlines = defineLimits([
  {
    code: 'membership.decide',
    title: '审核入会申请',
    amount: 3,
    sure: 'F',
    starts: '收到申请',
    basis: '网上入会 3 个工作日内办结的公开做法，区总工会的目标；到期自动上报上一级',
  },
  { code: 'membership.decideAbove', title: '上报后审核入会申请', amount: 2, starts: '上报到上一级' },
  { code: 'membership.place', title: '为会员池里的会员找工会', amount: 20, starts: '收进会员池' },
  {
    code: 'membership.protect',
    title: '核对未满 16 周岁的申请人',
    amount: 1,
    starts: '收到申请',
    basis: '《禁止使用童工规定》要求及时处理；天数由区总工会确认',
  },
])
