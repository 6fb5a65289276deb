import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** 会籍变动 (D:C1.3). Every silence has its step: nobody can hold a member back by not answering. */
export const workflow = defineWorkflow({
  line: 'transfers',
  start: 'requested',
  states: {
    requested: '已提出',
    releasing: '等原工会转出',
    objected: '有异议，等上级决定',
    incoming: '等新工会接收',
    placing: '没有接收，等上级安置',
    confirming: '等工会确认',
    approving: '等上级批准',
    done: '已办好',
    refused: '没有接收，上级代管',
    declined: '不同意',
    withdrawn: '已撤回',
  },
  path: ['requested', 'releasing', 'incoming', 'done'],
  final: ['done', 'refused', 'declined', 'withdrawn'],
  steps: {
    request: { title: '提出', from: [], to: 'requested' },
    ask: { title: '送原工会', from: ['requested'], to: 'releasing' },
    pass: { title: '送新工会', from: ['requested'], to: 'incoming' },
    askOwn: { title: '送本工会', from: ['requested'], to: 'confirming' },
    propose: { title: '报上级', from: ['requested'], to: 'approving' },
    settle: { title: '当即生效', from: ['requested'], to: 'done' },
    release: { title: '同意转出', from: ['releasing'], to: 'incoming', primary: true },
    autoRelease: { title: '逾期自动转出', from: ['releasing'], to: 'incoming' },
    object: { title: '提异议', from: ['releasing'], to: 'objected', asksWhy: true },
    overrule: { title: '异议不成立', from: ['objected'], to: 'incoming', notBy: 'object', primary: true },
    autoOverrule: { title: '逾期异议不成立', from: ['objected'], to: 'incoming' },
    sustain: { title: '异议成立', from: ['objected'], to: 'declined', notBy: 'object', asksWhy: true },
    accept: { title: '接收', from: ['incoming'], to: 'done', primary: true },
    escalate: { title: '逾期转上级', from: ['incoming'] },
    refuse: { title: '不接收', from: ['incoming'], to: 'placing', asksWhy: true },
    place: { title: '安置', from: ['placing'], to: 'refused', notBy: 'refuse', primary: true },
    autoPlace: { title: '逾期自动安置', from: ['placing'], to: 'refused' },
    confirm: { title: '确认', from: ['confirming'], to: 'done', primary: true },
    autoConfirm: { title: '逾期自动确认', from: ['confirming'], to: 'done' },
    decline: { title: '不同意', from: ['confirming'], to: 'declined', asksWhy: true },
    approve: { title: '批准除名', from: ['approving'], to: 'done', notBy: 'propose', primary: true },
    disapprove: { title: '不批准', from: ['approving'], to: 'declined', asksWhy: true },
    withdraw: {
      title: '撤回',
      from: ['releasing', 'objected', 'incoming', 'placing', 'confirming'],
      to: 'withdrawn',
    },
  },
  clocks: {
    release: {
      rule: 'transfers.release',
      verb: 'release',
      opens: ['ask'],
      meets: ['release', 'autoRelease', 'object'],
    },
    decide: {
      rule: 'transfers.decide',
      verb: 'overrule',
      opens: ['object'],
      meets: ['overrule', 'autoOverrule', 'sustain'],
    },
    accept: {
      rule: 'transfers.accept',
      verb: 'accept',
      opens: ['pass', 'release', 'autoRelease', 'overrule', 'autoOverrule', 'escalate'],
      meets: ['accept', 'refuse', 'escalate'],
    },
    place: { rule: 'transfers.place', verb: 'place', opens: ['refuse'], meets: ['place', 'autoPlace'] },
    confirm: {
      rule: 'transfers.confirm',
      verb: 'confirm',
      opens: ['askOwn'],
      meets: ['confirm', 'autoConfirm', 'decline'],
    },
    approve: { rule: 'transfers.approve', verb: 'approve', opens: ['propose'], meets: ['approve', 'disapprove'] },
  },
})

export type TransferState = keyof typeof workflow.states
export type TransferVerb = keyof typeof workflow.steps
