import { defineLimits } from '../../kernel/calendar/deadlines.ts'

const rules = '《工会基层组织选举工作条例》'

/** `elections.notice` is a time to wait, not to hurry: it is read when candidates are sent up, and is no clock of the workflow. */
export const deadlines = defineLimits([
  {
    code: 'elections.notice',
    title: '候选人公示',
    amount: 7,
    unit: 'naturalDays',
    clock: 'legal',
    sure: 'K',
    basis: '《企业工会主席产生办法（试行）》第十条：公示期为七天，按姓氏笔画排序',
    jurisdiction: 'CN',
    validFrom: '2008-07-25',
  },
  {
    code: 'elections.submit',
    title: '公示期满后报批',
    amount: 15,
    unit: 'naturalDays',
    basis: '自公示起算，含公示七天；天数由区总工会确认',
  },
  {
    code: 'elections.approve',
    title: '批复候选人',
    amount: 10,
    basis: '《企业工会主席产生办法（试行）》第十一条要求报上一级工会审批，天数由区总工会确认',
  },
  {
    code: 'elections.report',
    title: '报告选举结果',
    amount: 5,
    basis: `${rules}：选举结果报上一级工会批准，天数由区总工会确认`,
  },
  {
    code: 'elections.confirm',
    title: '批复选举结果',
    amount: 15,
    unit: 'naturalDays',
    clock: 'legal',
    basis: `${rules}：上一级工会自接到报告十五日内批复，条款和天数待核对`,
  },
])
