import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** A change of a living union: asked, looked through by the union above, decided by the next one, carried out. */
export const workflow = defineWorkflow({
  line: 'unions',
  start: 'requested',
  states: {
    requested: '已申请',
    reviewed: '已审核',
    approved: '已批准',
    refused: '不予批准',
    done: '已办结',
    withdrawn: '已撤回',
  },
  path: ['requested', 'reviewed', 'approved', 'done'],
  final: ['refused', 'done', 'withdrawn'],
  steps: {
    request: { title: '申请', from: [], to: 'requested' },
    review: { title: '审核', from: ['requested'], to: 'reviewed', notBy: 'request', primary: true },
    approve: { title: '批准', from: ['reviewed'], to: 'approved', notBy: 'review', primary: true },
    refuse: { title: '不予批准', from: ['requested', 'reviewed'], to: 'refused', notBy: 'request', asksWhy: true },
    carryOut: { title: '办理', from: ['approved'], to: 'done', primary: true },
    addPapers: { title: '补材料', from: ['requested', 'reviewed', 'approved'] },
    withdraw: { title: '撤回', from: ['requested', 'reviewed'], to: 'withdrawn', asksWhy: true },
  },
  clocks: {
    review: { rule: 'unions.review', verb: 'review', opens: ['request'], meets: ['review', 'refuse'] },
    approve: { rule: 'unions.approve', verb: 'approve', opens: ['review'], meets: ['approve', 'refuse'] },
    carryOut: { rule: 'unions.carryOut.{kind}', verb: 'carryOut', opens: ['approve'], meets: ['carryOut'] },
  },
})
