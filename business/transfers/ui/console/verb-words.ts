/** The word on the button and what comes of it. */
export const words = {
  release: {
    title: '同意转出',
    consequence: '同意后由新工会接收。新工会接收的那一天，本工会的会籍才结束，中间不会断。到期不答复也会自动转出。',
  },
  object: {
    title: '提异议',
    consequence: '只有下面几种情况可以提异议，“单位不放”不是理由。由上一级工会决定，决定之前他还是本工会会员。',
  },
  overrule: { title: '异议不成立', consequence: '会籍马上转出，由新工会接收；提异议的人会收到通知。' },
  sustain: { title: '异议成立', consequence: '会籍不转，他还是原工会的会员；情况变了可以再提。' },
  accept: {
    title: '接收',
    consequence: '从今天起他是新工会的会员，原工会的会籍同一天结束。原工会会收到通知，不用再办手续。',
  },
  refuse: { title: '不接收', consequence: '由上一级工会安置，他不会没有工会。安置之前他还是原工会的会员。' },
  place: { title: '安置', consequence: '由您的工会代管他的会籍，直到有工会接收。原工会的会籍今天结束。' },
  confirm: { title: '确认', consequence: '从今天起生效。保留会籍期间不交会费，不参加表决。' },
  decline: { title: '不同意', consequence: '会籍不变，他会看到您写的原因。' },
  approve: { title: '批准除名', consequence: '从今天起他不再是会员。批准的人和提出的人不能是同一个人。' },
  disapprove: { title: '不批准', consequence: '他还是会员，工会会看到您写的原因。' },
  withdraw: { title: '撤回', consequence: '这件事不再办，会籍不变。本人会收到通知。' },
} as const
