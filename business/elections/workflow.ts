import { defineWorkflow } from '../../kernel/workflow/define.ts'

const before = ['prepared', 'proposed', 'on_notice', 'submitted', 'approved'] as const

/** The life of an election (选举): candidates, seven days of notice, the union above, the meeting, the count by two people, the answer. */
export const workflow = defineWorkflow({
  line: 'elections',
  start: 'prepared',
  states: {
    prepared: '筹备中',
    proposed: '候选人已定',
    on_notice: '公示中',
    submitted: '候选人待批',
    approved: '待开会',
    held: '投票计票',
    tallied: '计票待核',
    counted: '结果已出',
    reported: '结果待批',
    confirmed: '已批复',
    rejected: '选举无效',
    cancelled: '已取消',
  },
  path: ['prepared', 'on_notice', 'submitted', 'approved', 'held', 'counted', 'reported', 'confirmed'],
  final: ['confirmed', 'rejected', 'cancelled'],
  steps: {
    open: { title: '登记选举', from: [], to: 'prepared' },
    amend: { title: '改人数和名额', from: ['prepared'] },
    nominate: { title: '提名候选人', from: ['prepared'] },
    strike: { title: '撤下候选人', from: ['prepared', 'proposed', 'on_notice'], asksWhy: true },
    propose: { title: '确定候选人名单', from: ['prepared'], to: 'proposed', primary: true },
    convene: { title: '确定表决事项', from: ['prepared'], to: 'approved' },
    publish: { title: '公示', from: ['proposed'], to: 'on_notice', primary: true },
    object: { title: '记异议', from: ['on_notice'] },
    settle: { title: '答复异议', from: ['on_notice'] },
    reopen: { title: '重新提名', from: ['proposed', 'on_notice'], to: 'prepared', asksWhy: true },
    submit: { title: '候选人报批', from: ['on_notice'], to: 'submitted', primary: true },
    approve: { title: '批准候选人', from: ['submitted'], to: 'approved', notBy: 'submit', primary: true },
    refuse: { title: '不批准', from: ['submitted'], to: 'prepared', notBy: 'submit', asksWhy: true },
    hold: { title: '记到会人数', from: ['approved'], to: 'held', primary: true },
    writeIn: { title: '加另选人', from: ['held'] },
    enterBallots: { title: '逐张录票', from: ['held'] },
    dropBallots: { title: '撤回录票', from: ['held'], asksWhy: true },
    tally: { title: '录入计票', from: ['held'], to: 'tallied', primary: true },
    correct: { title: '退回重录', from: ['tallied'], to: 'held', asksWhy: true },
    check: { title: '核对计票', from: ['tallied'], to: 'counted', notBy: 'tally', primary: true },
    identify: { title: '核实另选人', from: ['counted'] },
    runOff: { title: '再次投票', from: ['counted'], to: 'held' },
    leaveOpen: { title: '名额暂缺', from: ['counted'], asksWhy: true },
    report: { title: '报告选举结果', from: ['counted'], to: 'reported', primary: true },
    giveBack: { title: '退回补正', from: ['reported'], to: 'counted', notBy: 'report', asksWhy: true },
    confirm: { title: '批复', from: ['reported'], to: 'confirmed', notBy: 'report', primary: true },
    reject: { title: '不予批复', from: ['reported'], to: 'rejected', notBy: 'report', asksWhy: true },
    annul: { title: '宣布选举无效', from: ['held', 'tallied', 'counted'], to: 'rejected', asksWhy: true },
    cancel: { title: '取消', from: before, to: 'cancelled', asksWhy: true },
  },
  clocks: {
    submit: { rule: 'elections.submit', verb: 'submit', opens: ['publish'], meets: ['submit', 'reopen'] },
    approve: { rule: 'elections.approve', verb: 'approve', opens: ['submit'], meets: ['approve', 'refuse'] },
    report: { rule: 'elections.report', verb: 'report', opens: ['check', 'giveBack'], meets: ['report', 'runOff'] },
    confirm: {
      rule: 'elections.confirm',
      verb: 'confirm',
      opens: ['report'],
      meets: ['confirm', 'reject', 'giveBack'],
    },
  },
})

export type ElectionState = keyof typeof workflow.states
