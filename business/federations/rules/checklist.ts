import type { ItemState } from './words.ts'

/** What the records say of a federation on a day. */
export type Facts = {
  hasChair: boolean
  committee: number
  committeeLeast: number
  termUntil: string | null
  day: string
  organisers: number
  firms: number
  unassigned: number
  visits: number
  activities: number
  officeArea: number | null
  hasAccount: boolean | null
}

type Answer = { state: ItemState; record: string }
type Item = { code: string; title: string; group: string; validFrom: string; by: ((facts: Facts) => Answer) | null }

const answer = (isMet: boolean, record: string): Answer => ({ state: isMet ? 'met' : 'not_met', record })
const since = { validFrom: '2023-01-01' } as const

/** 八有 and what stands beside them. Those with `by` are answered by records; the others are confirmed by the federation and checked by the street. */
const items: readonly Item[] = [
  {
    code: 'team',
    title: '有班子：主席在任、委员会齐全',
    group: '班子',
    ...since,
    by: (f) =>
      answer(
        f.hasChair && f.committee >= f.committeeLeast,
        `${f.hasChair ? '主席在任' : '主席空缺'}，委员会 ${f.committee} 人，至少 ${f.committeeLeast} 人`,
      ),
  },
  {
    code: 'term',
    title: '任期未满',
    group: '班子',
    ...since,
    by: (f) =>
      f.termUntil === null ? answer(false, '没有登记任期') : answer(f.termUntil >= f.day, `本届任期到 ${f.termUntil}`),
  },
  { code: 'division', title: '委员有分工', group: '班子', ...since, by: null },
  {
    code: 'office',
    title: '有阵地：办公面积',
    group: '阵地',
    ...since,
    by: (f) =>
      f.officeArea === null
        ? { state: 'unknown', record: '还没有填办公面积' }
        : answer(f.officeArea > 0, `办公面积 ${f.officeArea} 平方米`),
  },
  {
    code: 'organiser',
    title: '有人员：配了专干',
    group: '人员',
    ...since,
    by: (f) => answer(f.organisers > 0, `在岗专干 ${f.organisers} 人`),
  },
  { code: 'funds', title: '有经费', group: '经费', ...since, by: null },
  {
    code: 'account',
    title: '有经费账户',
    group: '经费',
    ...since,
    by: (f) =>
      f.hasAccount === null
        ? { state: 'unknown', record: '还没有填有没有经费账户' }
        : answer(f.hasAccount, f.hasAccount ? '有经费账户' : '没有经费账户'),
  },
  { code: 'rules', title: '有制度', group: '制度', ...since, by: null },
  {
    code: 'activities',
    title: '有活动：当年有走访、有社团或联动活动',
    group: '活动',
    ...since,
    by: (f) => answer(f.visits > 0 && f.activities > 0, `当年走访 ${f.visits} 次，活动 ${f.activities} 场`),
  },
  {
    code: 'firms',
    title: '有覆盖企业清单',
    group: '台账',
    ...since,
    by: (f) => answer(f.firms > 0, `登记册里覆盖企业 ${f.firms} 家`),
  },
  {
    code: 'ledger',
    title: '有台账：企业都有网格',
    group: '台账',
    ...since,
    by: (f) =>
      answer(f.firms > 0 && f.unassigned === 0, f.unassigned === 0 ? '没有漏掉的企业' : `${f.unassigned} 家还没有网格`),
  },
  { code: 'results', title: '有成效', group: '成效', ...since, by: null },
]

/** The items that hold on a day (`YYYY-MM-DD`). */
export const itemsAt = (day: string): readonly Item[] => items.filter(({ validFrom }) => validFrom <= day)

export const checklistSource = '“八有”为工作口径，待区总工会确认'

/** How many items are met, not met, and not yet known: three counts, no mark. */
export function tally(states: readonly ItemState[]): { met: number; notMet: number; open: number } {
  const count = (...which: ItemState[]) => states.filter((state) => which.includes(state)).length
  return { met: count('met'), notMet: count('not_met'), open: count('confirmed', 'unknown') }
}
