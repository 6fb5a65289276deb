import { idNumberOf, phoneOf } from '../../../district/marks.ts'
import { personName } from '../../../district/names.ts'
import { between, pick, type Random, randomOf, shuffle } from '../../../district/random.ts'
import { addDays } from '../../../kernel/calendar/days.ts'

/** Columns as a factory's own table has them: other names and another order than the fields', and one that is nobody's. */
export const header = [
  '序号',
  '单位名称',
  '姓名',
  '性别',
  '出生年月日',
  '身份证号码',
  '手机号码',
  '文化程度',
  '政治面貌',
  '部门',
  '岗位',
  '入会时间',
  '会员状态',
  '备注',
] as const
export type SampleCells = Record<(typeof header)[number], string>

type Plant = { code: string; isRefused: boolean; spoil: (cells: SampleCells, random: Random) => Partial<SampleCells> }

const change = (text: string, at: number, to: string) => text.slice(0, at) + to + text.slice(at + 1)
const otherDigit = (digit: string | undefined) => String((Number(digit) + 1) % 10)
const id =
  (make: (number: string) => string): Plant['spoil'] =>
  (cells) => ({ 身份证号码: make(cells.身份证号码) })

/** Kinds of defect, each with the code that the import must name it by. */
export const plants: readonly Plant[] = [
  { code: 'name.missing', isRefused: true, spoil: () => ({ 姓名: '' }) },
  { code: 'name.marks', isRefused: true, spoil: ({ 姓名 }) => ({ 姓名: `${姓名}2` }) },
  { code: 'id.missing', isRefused: true, spoil: () => ({ 身份证号码: '' }) },
  { code: 'id.length', isRefused: true, spoil: id((number) => number.slice(0, 17)) },
  { code: 'id.check', isRefused: true, spoil: id((number) => change(number, 5, otherDigit(number[5]))) },
  { code: 'id.day', isRefused: true, spoil: id((number) => `${number.slice(0, 10)}1332${number.slice(14)}`) },
  { code: 'id.future', isRefused: true, spoil: id((number) => `${number.slice(0, 6)}2099${number.slice(10)}`) },
  { code: 'id.scientific', isRefused: true, spoil: id((number) => `${number[0]}.${number.slice(1, 6)}E+17`) },
  { code: 'id.old', isRefused: true, spoil: id((number) => number.slice(0, 6) + number.slice(8, 17)) },
  { code: 'sex.contradicts', isRefused: true, spoil: ({ 性别 }) => ({ 性别: 性别 === '男' ? '女' : '男' }) },
  {
    code: 'birth.contradicts',
    isRefused: true,
    spoil: ({ 出生年月日 }) => ({ 出生年月日: change(出生年月日, 3, otherDigit(出生年月日[3])) }),
  },
  { code: 'date.unreadable', isRefused: true, spoil: () => ({ 入会时间: '去年年底' }) },
  { code: 'joined.future', isRefused: true, spoil: () => ({ 入会时间: '2098-01-01' }) },
  { code: 'standing.left', isRefused: true, spoil: () => ({ 会员状态: '已退会' }) },
  { code: 'phone.lost', isRefused: false, spoil: ({ 手机号码 }) => ({ 手机号码: `3${手机号码.slice(2)}` }) },
  { code: 'choice.unknown', isRefused: false, spoil: () => ({ 文化程度: '私塾' }) },
]

const days = [
  (day: string) => day,
  (day: string) => day.replaceAll('-', '/'),
  (day: string) => day.replace(/-0?/g, '.'),
  (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日'),
  (day: string) => day.replaceAll('-', ''),
]

function goodCells(n: number, first: number, firm: string): SampleCells {
  const random = randomOf('roster', n)
  const sex = random() < 0.5 ? 'male' : 'female'
  const birthOn = addDays('1966-01-01', between(random, 0, 12_000))
  const written = pick(random, days)
  return {
    序号: String(n + 1),
    单位名称: firm,
    姓名: personName(random, sex),
    性别: sex === 'male' ? '男' : '女',
    出生年月日: birthOn,
    身份证号码: idNumberOf(first + n, birthOn, sex),
    手机号码: phoneOf(first + n),
    文化程度: pick(random, ['初中', '高中', '中专', '大专', '本科']),
    政治面貌: pick(random, ['群众', '群众', '共青团员', '中共党员']),
    部门: pick(random, ['一车间', '二车间', '仓库', '行政部']),
    岗位: pick(random, ['普工', '质检员', '班组长', '文员']),
    入会时间: written(addDays('2016-01-04', between(random, 0, 3_000))),
    会员状态: '在会',
    备注: '',
  }
}

/**
 * A roster of invented people whose numbers bear the demonstration's mark, with `perKind` defects of each kind planted among the good rows; the same for
 * the same arguments. @param of.first number of the first person, so that two rosters share nobody @returns rows in the order of `header`; `row` counts as a sheet does whose
 * header is its first
 */
export function sampleRoster(of: { good: number; perKind: number; firm: string; first?: number }): {
  rows: string[][]
  expected: { row: number; code: string; isRefused: boolean }[]
} {
  const count = of.good + of.perKind * plants.length
  const places = shuffle(
    randomOf('planted', count),
    Array.from({ length: count }, (_, at) => at),
  )
  const planted = new Map(
    places.slice(0, of.perKind * plants.length).map((place, at) => [place, plants[at % plants.length]!] as const),
  )
  const rows: string[][] = []
  const expected: { row: number; code: string; isRefused: boolean }[] = []
  for (let n = 0; n < count; n++) {
    const cells = goodCells(n, of.first ?? 2_000_000, of.firm)
    const plant = planted.get(n)
    const spoilt = plant ? { ...cells, ...plant.spoil(cells, randomOf('spoilt', n)) } : cells
    rows.push(header.map((name) => spoilt[name]))
    if (plant) expected.push({ row: n + 2, code: plant.code, isRefused: plant.isRefused })
  }
  return { rows, expected }
}
