import type { Day } from '../calendar/days.ts'

/** One occupation of new-form employment, on the list of a year. */
export type NewFormKind = {
  code: string
  title: string
  /** Other names it goes by, in rosters and on other lists. */
  synonyms: readonly string[]
  /** The lists that name it, from and to (the day before which it stopped). They overlap and change, so a kind keeps its years. */
  lists: readonly { list: 'eight' | 'four'; from: Day; to: Day | null }[]
}

const eight = { list: 'eight', from: '2018-03-01', to: null } as const
const four = { list: 'four', from: '2021-07-01', to: null } as const

/**
 * Occupations of new-form employment (D:C1.4): the eight groups of 2018 (八大群体) and the four of 2021. The day within the month is not known
 * for either list and stands at its beginning.
 */
export const newFormKinds: readonly NewFormKind[] = [
  { code: 'truck_driver', title: '货车司机', synonyms: ['货运司机', '卡车司机'], lists: [eight, four] },
  { code: 'ride_driver', title: '网约车司机', synonyms: ['网约车驾驶员', '网约司机'], lists: [four] },
  { code: 'courier', title: '快递员', synonyms: ['快递小哥', '快递从业人员'], lists: [eight, four] },
  {
    code: 'food_rider',
    title: '外卖配送员',
    synonyms: ['网约送餐员', '外卖员', '骑手', '送餐员', '外卖骑手'],
    lists: [eight, four],
  },
  { code: 'carer', title: '护工护理员', synonyms: ['护工', '护理员'], lists: [eight] },
  {
    code: 'domestic_worker',
    title: '家政服务员',
    synonyms: ['家政员', '家政服务人员', '保姆', '月嫂'],
    lists: [eight],
  },
  { code: 'store_clerk', title: '商场信息员', synonyms: ['商场导购员'], lists: [eight] },
  { code: 'estate_agent', title: '房产中介员', synonyms: ['房产中介', '房产经纪人'], lists: [eight] },
  { code: 'guard', title: '保安员', synonyms: ['保安'], lists: [eight] },
]

/** The kinds that some list named on a day. */
export const newFormKindsOn = (day: Day): readonly NewFormKind[] =>
  newFormKinds.filter(({ lists }) => lists.some(({ from, to }) => from <= day && (to === null || day < to)))

/** The kind that goes by this name, or undefined: 骑手 → food_rider. */
export const newFormKindOf = (name: string): NewFormKind | undefined => {
  const plain = name.normalize('NFKC').trim()
  return newFormKinds.find(({ title, synonyms, code }) => title === plain || code === plain || synonyms.includes(plain))
}
