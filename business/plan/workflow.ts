import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** A task runs from 草拟 to 已销号; an adjustment is 待批准; a supervision that was opened by exception is 待答复. */
export const workflow = defineWorkflow({
  line: 'plan',
  start: 'draft',
  states: {
    draft: '草拟',
    issued: '已下达',
    running: '进行中',
    done: '已完成',
    signed_off: '已销号',
    proposed: '待批准',
    approved: '已批准',
    refused: '未批准',
    asked: '待答复',
    answered: '已答复',
    settled: '已解除',
  },
  path: ['draft', 'issued', 'running', 'done', 'signed_off'],
  final: ['signed_off', 'approved', 'refused', 'answered', 'settled'],
  steps: {
    draftTask: { title: '草拟任务', from: [], to: 'draft' },
    issue: { title: '下达', from: ['draft'], to: 'issued', notBy: 'draftTask' },
    markNode: { title: '登记节点完成', from: ['issued', 'running'], to: 'running' },
    finish: { title: '报完成', from: ['issued', 'running'], to: 'done', primary: true, asksWhy: true },
    signOff: { title: '销号', from: ['done'], to: 'signed_off', primary: true, notBy: 'finish' },
    giveBack: { title: '退回继续办', from: ['done'], to: 'running', asksWhy: true },
    propose: { title: '提出调整', from: [], to: 'proposed' },
    approve: { title: '批准', from: ['proposed'], to: 'approved', primary: true, notBy: 'propose' },
    refuse: { title: '不批准', from: ['proposed'], to: 'refused', asksWhy: true, notBy: 'propose' },
    ask: { title: '发起督办', from: [], to: 'asked' },
    answer: { title: '答复', from: ['asked'], to: 'answered', primary: true, asksWhy: true },
    settle: { title: '解除督办', from: ['asked'], to: 'settled' },
  },
  clocks: {
    decide: { rule: 'plan.decide', verb: 'approve', opens: ['propose'], meets: ['approve', 'refuse'] },
    signOff: { rule: 'plan.signOff', verb: 'signOff', opens: ['finish'], meets: ['signOff', 'giveBack'] },
    answer: { rule: 'plan.answer', verb: 'answer', opens: ['ask'], meets: ['answer'] },
  },
})

export type PlanState = keyof typeof workflow.states
