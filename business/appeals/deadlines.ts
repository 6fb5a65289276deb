import { defineLimits } from '../../kernel/calendar/deadlines.ts'

const workflowPaper = '全国总工会 12351 办理规范（2023-09-27）要求分级限时，天数由区总工会设定'

/** Limits of the appeals workflow. The national paper fixes the process; its days are not published, so all are the federation's own parameters. */
export const deadlines = defineLimits([
  { code: 'appeals.accept', title: '决定受理', amount: 1, basis: workflowPaper },
  { code: 'appeals.classify', title: '分类', amount: 1, basis: workflowPaper },
  { code: 'appeals.assign', title: '分派', amount: 1, basis: workflowPaper },
  { code: 'appeals.sign', title: '签收', amount: 2, unit: 'hours', officeHoursOnly: true, basis: workflowPaper },
  { code: 'appeals.contact', title: '首次联系', amount: 1, basis: workflowPaper },
  {
    code: 'appeals.answer.general',
    title: '一般诉求办结',
    amount: 5,
    basis: workflowPaper,
    extension: { amount: 5, unit: 'workingDays', times: 1 },
  },
  {
    code: 'appeals.answer.difficult',
    title: '疑难诉求办结',
    amount: 15,
    basis: workflowPaper,
    extension: { amount: 10, unit: 'workingDays', times: 1 },
  },
  {
    code: 'appeals.answer.complex',
    title: '特别复杂诉求办结',
    amount: 30,
    basis: workflowPaper,
    extension: { amount: 15, unit: 'workingDays', times: 1 },
  },
  { code: 'appeals.followUp', title: '回访', amount: 3, basis: workflowPaper },
  { code: 'appeals.close', title: '结案', amount: 2, basis: workflowPaper },
])
