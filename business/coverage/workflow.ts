import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** 列入不计: proposed below, decided by name one union higher, over when its day has come or it is lifted. */
export const workflow = defineWorkflow({
  line: 'coverage',
  start: 'proposed',
  states: { proposed: '待批', approved: '列入不计', refused: '未批准', ended: '恢复计入' },
  path: ['proposed', 'approved', 'ended'],
  final: ['refused', 'ended'],
  steps: {
    propose: { title: '提出不计', from: [], to: 'proposed' },
    approve: { title: '批准', from: ['proposed'], to: 'approved', notBy: 'propose', primary: true },
    refuse: { title: '不批准', from: ['proposed'], to: 'refused', notBy: 'propose', asksWhy: true },
    lift: { title: '提前恢复计入', from: ['approved'], to: 'ended', asksWhy: true },
    expire: { title: '到期恢复计入', from: ['approved'], to: 'ended' },
  },
  clocks: {
    decide: { rule: 'coverage.decide', verb: 'approve', opens: ['propose'], meets: ['approve', 'refuse'] },
  },
})
