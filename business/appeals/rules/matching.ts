import type { Category } from './words.ts'

/** Ten or more with a common claim may elect representatives (调解仲裁法 7): the matter is flagged as a group. */
export const GROUP = 10

const named: Record<Category, string> = {
  wages: '工资被拖欠或少发',
  social_insurance: '社会保险问题',
  overtime: '加班和休息问题',
  dismissal: '解除合同和补偿',
  injury: '工伤待遇',
  women: '女职工权益',
  dispatch: '派遣用工问题',
  other: '其他诉求',
}

/** The title of an appeal, made from what it is about and how many it concerns, so that it never holds personal data. */
export const titleOf = (category: Category, headcount: number): string =>
  headcount > 1 ? `${named[category]}，${headcount} 人` : named[category]

/** The street federation that handles a place: '440307.003.012.' → '440307.003.'; the district when no street is known. */
export const handlingUnit = (orgPath: string): string =>
  orgPath
    .split('.')
    .slice(0, 2)
    .filter(Boolean)
    .map((code) => `${code}.`)
    .join('')

export type Comparable = {
  id: string
  personId: string | null
  phoneIndex: string | null
  enterpriseId: string | null
  category: Category
  headcount: number
  closed: boolean
}

/** Same person, same employer, same matter: the same appeal again. */
export const isRepeat = (a: Comparable, b: Comparable): boolean => {
  const samePerson =
    (a.personId !== null && a.personId === b.personId) || (a.phoneIndex !== null && a.phoneIndex === b.phoneIndex)
  return a.id !== b.id && samePerson && a.enterpriseId === b.enterpriseId && a.category === b.category
}

/** How many people of one employer appeal about the same thing now: what makes single appeals a group. */
export const crowdOf = (appeal: Comparable, others: readonly Comparable[]): number =>
  others
    .filter(
      (o) =>
        o.id !== appeal.id &&
        !o.closed &&
        o.enterpriseId !== null &&
        o.enterpriseId === appeal.enterpriseId &&
        o.category === appeal.category &&
        !isRepeat(appeal, o),
    )
    .reduce((sum, o) => sum + o.headcount, appeal.headcount)
