import type { Category } from '../rules/words.ts'

export interface About {
  /** Heads the story, so that whoever receives it knows at once. */
  heading: string
  title: string
  hint: string
  category?: Category
}

/** What people come with who use another door of the hall; `?as=` names it. */
export const abouts: Readonly<Record<string, About>> = {
  join: {
    heading: '加入工会',
    title: '想加入工会，说说您的情况',
    hint: '做什么工作、单位有没有工会，知道多少写多少。',
    category: 'other',
  },
  station: {
    heading: '找驿站',
    title: '您在哪一带？需要什么？',
    hint: '比如：平湖物流园附近，想找能充电、喝水的地方。',
    category: 'other',
  },
  hardship: {
    heading: '困难帮扶',
    title: '家里遇到了什么困难？',
    hint: '比如生病、受伤、没了收入。不用写证件号。',
    category: 'other',
  },
  law: { heading: '法律援助', title: '遇到了什么官司或纠纷？', hint: '说清和谁、因为什么、走到哪一步了。' },
  training: {
    heading: '培训竞赛',
    title: '想学什么、想参加什么？',
    hint: '比如：想考电工证、想参加技能比赛。',
    category: 'other',
  },
  injury: {
    heading: '工伤探视',
    title: '谁受了伤？现在怎么样？',
    hint: '哪天、怎么伤的、住在哪家医院。',
    category: 'injury',
  },
  events: { heading: '活动', title: '想参加什么活动？', hint: '比如：亲子活动、球赛、交友。', category: 'other' },
  suggestion: {
    heading: '投诉建议',
    title: '对我们有什么意见？',
    hint: '办得慢、态度不好、这个页面不好用，都可以说。',
    category: 'other',
  },
}

export interface Example {
  category: Category
  title: string
  /** Where the sentence begins; the person goes on. */
  start: string
}

/** By kind, in a worker's words. */
export const examples: readonly Example[] = [
  { category: 'wages', title: '工资没发', start: '单位没发工资，从　月到　月，一共欠　元。' },
  { category: 'social_insurance', title: '没交社保', start: '单位没给我交社保，我是　年　月进厂的。' },
  { category: 'overtime', title: '加班没钱', start: '每天加班到　点，没有加班费。' },
  { category: 'dismissal', title: '被辞退', start: '单位突然辞退我，没有给补偿。' },
  { category: 'injury', title: '受了工伤', start: '　月　日上班时受伤了，单位　。' },
  { category: 'women', title: '怀孕、产假', start: '我怀孕了，单位　。' },
  { category: 'dispatch', title: '派遣、外包', start: '我是劳务派遣的，　。' },
]

/** What it is about, in a worker's words; what cannot be told is not said. */
export const kindWords: Readonly<Record<Category, string>> = {
  wages: '工资',
  social_insurance: '社保',
  overtime: '加班',
  dismissal: '辞退、解除合同',
  injury: '工伤',
  women: '女职工权益',
  dispatch: '派遣用工',
  other: '别的',
}
