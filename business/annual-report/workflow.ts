import { defineWorkflow } from '../../kernel/workflow/define.ts'

/** A report is written, and then it stands. What is found wrong later goes into the next edition. */
export const workflow = defineWorkflow({
  line: 'annual-report',
  start: 'draft',
  states: { draft: '草稿', published: '已定稿', discarded: '作废' },
  path: ['draft', 'published'],
  final: ['published', 'discarded'],
  steps: {
    open: { title: '起草', from: [], to: 'draft' },
    publish: { title: '定稿', from: ['draft'], to: 'published', primary: true },
    discard: { title: '作废', from: ['draft'], to: 'discarded', asksWhy: true },
  },
  clocks: {},
})
