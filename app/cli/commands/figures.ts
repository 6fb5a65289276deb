import { z } from 'zod'
import { dayOf } from '../../../kernel/calendar/days.ts'
import { periodShape, periodWords } from '../../../kernel/calendar/period.ts'
import type { House } from '../../../kernel/ctx.ts'
import { inTransaction, type Tx } from '../../../kernel/db/database.ts'
import { figuresOf, type Place, totals, type Value } from '../../../kernel/indicators/fold.ts'
import { groupCodes, groupTitles } from '../../../kernel/indicators/groups.ts'
import { windowsOf } from '../../../kernel/indicators/windows.ts'
import { defineCommand, done } from '../command.ts'
import { findOrg, nationalCode } from '../find-org.ts'
import { columnsOf } from '../width.ts'

const wrongYear = '请写年份，例如 --year 2023'
const input = z
  .object({
    year: z
      .string(wrongYear)
      .regex(/^20\d\d$/, wrongYear)
      .transform(Number)
      .optional(),
    period: periodShape.optional(),
    org: z.string().trim().optional(),
    group: z
      .enum(groupCodes, `群体请写 ${groupCodes.map((code) => `${code}（${groupTitles[code]}）`).join('、')}`)
      .optional(),
    json: z.boolean().default(false),
  })
  .refine(({ year, period }) => year !== undefined || period !== undefined, wrongYear)
  .refine(({ year, period }) => year === undefined || period === undefined, '--year 和 --period 只写一个')

type Shown = Omit<Value, 'value'> & { code: string; title: string; unit: string; value: number | null }

export const figures = defineCommand<z.output<typeof input>>({
  name: 'figures',
  usage: '--year 2023 [--org 单位] [--group 群体] [--json]',
  help: '各项数据一年的数字；--period 代替 --year 写半年、季度、月或起止日（2023-H1、2023-Q3、2023-07、2022-10-01~2023-09-30）；单位写代码、路径或名称，不写即全区',
  options: { year: 'text', period: 'text', org: 'text', group: 'text', json: 'flag' },
  words: [],
  input,
  where: 'house',
  async run({ house }, { year, period = String(year), org, group, json }) {
    const found = await inOrg(house, (tx) => findOrg(tx, house.federationId, dayOf(house.clock()), org), '')
    const place = { federationId: house.federationId, orgPath: found.path, group }
    const rows = await inOrg(house, (tx) => readFigures(tx, house, place, period), found.path)
    const code = nationalCode(found.path)
    const asked = { ...(year === undefined ? { period } : { year }), org: code, ...(group ? { group } : {}) }
    if (json) return done(JSON.stringify({ ...asked, figures: rows.map(wordsOfFigure) }))
    const table = columnsOf(
      [['数据', '数值', '单位', '代码'], ...rows.map((row) => [row.title, numberWords(row), row.unit, row.code])],
      [1],
    )
    const head = [`${found.name}（${code}）${periodWords(period)}`, ...(group ? [groupTitles[group]] : [])].join('，')
    return done(`${head}\n\n${rows.length > 0 ? table : '还没有业务登记数据项。'}`)
  },
})

/** Seen as a leader of that union sees them, so that the numbers are those of the screens. */
const inOrg = <T>(house: House, work: (tx: Tx) => Promise<T>, scope: string): Promise<T> =>
  inTransaction(house.db, { federationId: house.federationId, scope, personId: '', accountId: '' }, work, {
    readOnly: true,
  })

async function readFigures(tx: Tx, house: House, place: Place, period: string): Promise<Shown[]> {
  const all = house.lines.flatMap((line) => Object.keys(line.indicators ?? {}).map((name) => ({ line, name })))
  const values = await totals(tx, all, place, [windowsOf(period, house.clock()).now])
  return figuresOf(house.lines).map(({ code, figure: { title, unit } }) => {
    const [value = { value: null, numerator: null, denominator: null }] = values.get(code) ?? []
    return { code, title, unit, ...value }
  })
}

/** The order of the fields is part of what is promised. */
const wordsOfFigure = ({ code, title, value, unit, numerator, denominator }: Shown) => ({
  code,
  title,
  value,
  unit,
  numerator,
  denominator,
})

function numberWords({ value, numerator, denominator }: Shown): string {
  if (value === null) return '分不出'
  const words = value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
  return numerator === null || denominator === null ? words : `${words}（${numerator}/${denominator}）`
}
