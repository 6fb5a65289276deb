import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** The life of an application (D:C1.3). Who waits in a street's pool has joined; the matter stays open until a union takes him on. */
export const workflow = defineWorkflow({
  line: 'membership',
  start: 'applied',
  states: {
    applied: '待审核',
    supplementing: '待补正',
    protecting: '区总核对',
    pooled: '会员池待接收',
    approved: '已入会',
    moved: '已转办转会',
    declined: '没有同意',
    withdrawn: '已撤回',
  },
  path: ['applied', 'approved'],
  final: ['approved', 'moved', 'declined', 'withdrawn'],
  paused: ['supplementing'],
  steps: {
    apply: { title: '申请入会', from: [], to: 'applied' },
    flag: { title: '转区总工会核对', from: [], to: 'protecting' },
    flagAgain: { title: '转区总工会核对', from: ['supplementing'], to: 'protecting' },
    approve: { title: '同意入会', from: ['applied'], to: 'approved', primary: true },
    pool: { title: '收进会员池', from: ['applied'], to: 'pooled' },
    move: { title: '转办转会', from: ['applied'], to: 'moved' },
    askSupplement: { title: '请补正', from: ['applied'], to: 'supplementing', asksWhy: true },
    resubmit: { title: '补正', from: ['supplementing'], to: 'applied', primary: true },
    redirect: { title: '转给别的工会', from: ['applied'], asksWhy: true },
    decline: { title: '不同意', from: ['applied', 'supplementing'], to: 'declined', asksWhy: true },
    withdraw: { title: '撤回', from: ['applied', 'supplementing'], to: 'withdrawn' },
    escalate: { title: '到期上报', from: ['applied'] },
    conclude: { title: '核对完毕', from: ['protecting'], to: 'declined', asksWhy: true, primary: true },
    place: {
      title: '安置到工会',
      from: ['pooled'],
      to: 'approved',
      primary: true,
      tells: '已有工会接收您，入会办好了',
    },
    joinElsewhere: { title: '已由别的工会接收', from: ['pooled'], to: 'approved' },
    leavePool: { title: '离开会员池', from: ['pooled'], to: 'withdrawn' },
  },
  clocks: {
    decide: {
      rule: 'membership.decide',
      verb: 'approve',
      opens: ['apply'],
      meets: ['approve', 'pool', 'move', 'decline'],
    },
    decideAbove: {
      rule: 'membership.decideAbove',
      verb: 'approve',
      opens: ['escalate'],
      meets: ['approve', 'pool', 'move', 'decline'],
    },
    place: { rule: 'membership.place', verb: 'place', opens: ['pool'], meets: ['place', 'joinElsewhere'] },
    protect: { rule: 'membership.protect', verb: 'conclude', opens: ['flag', 'flagAgain'], meets: ['conclude'] },
  },
})

export type MembershipState = keyof typeof workflow.states
export type MembershipVerb = keyof typeof workflow.steps
