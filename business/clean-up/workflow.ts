import { defineWorkflow } from '../../kernel/workflow/define.ts'

export const workflow = defineWorkflow({
  line: 'clean-up',
  start: 'in_hand',
  states: { in_hand: '核实中', settled: '已处理', dismissed: '不是问题', undone: '已撤销' },
  path: ['in_hand', 'settled'],
  final: ['settled', 'dismissed', 'undone'],
  steps: {
    takeUp: { title: '接手核实', from: [], to: 'in_hand' },
    merge: { title: '合并', from: ['in_hand'], to: 'settled', primary: true, asksWhy: true },
    settle: { title: '登记处理结果', from: ['in_hand'], to: 'settled', asksWhy: true },
    dismiss: { title: '不是问题', from: ['in_hand'], to: 'dismissed', asksWhy: true },
    undo: { title: '撤销合并', from: ['settled'], to: 'undone', asksWhy: true },
  },
  clocks: {
    settle: { rule: 'clean-up.settle', verb: 'settle', opens: ['takeUp'], meets: ['merge', 'settle', 'dismiss'] },
  },
})
