import { z } from 'zod'
import { dayOf } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { inTransaction, type Tx } from '../../../kernel/db/database.ts'
import { figuresOf, total, type Value, yearWindow } from '../../../kernel/indicators/fold.ts'
import { defineCommand, done } from '../command.ts'
import { findOrg, nationalCode } from '../find-org.ts'
import { columnsOf } from '../width.ts'

const wrongYear = '请写年份，例如 --year 2023'
const input = z.object({
  year: z
    .string(wrongYear)
    .regex(/^20\d\d$/, wrongYear)
    .transform(Number),
  org: z.string().trim().optional(),
  json: z.boolean().default(false),
})

type Shown = Value & { code: string; title: string; unit: string }

export const figures = defineCommand<z.output<typeof input>>({
  name: 'figures',
  usage: '--year 2023 [--org 单位] [--json]',
  help: '各项数据一年的数字；单位写代码、路径或名称，不写即全区',
  options: { year: 'text', org: 'text', json: 'flag' },
  words: [],
  input,
  where: 'house',
  async run({ house }, { year, org, json }) {
    const found = await inOrg(house, (tx) => findOrg(tx, house.federationId, dayOf(house.clock()), org), '')
    const rows = await inOrg(house, (tx) => readFigures(tx, house, found.path, year), found.path)
    const code = nationalCode(found.path)
    if (json) return done(JSON.stringify({ year, org: code, figures: rows.map(wordsOfFigure) }))
    const table = columnsOf(
      [['数据', '数值', '单位', '代码'], ...rows.map((row) => [row.title, numberWords(row), row.unit, row.code])],
      [1],
    )
    return done(`${found.name}（${code}）${year} 年\n\n${rows.length > 0 ? table : '还没有业务登记数据项。'}`)
  },
})

/** Seen as a leader of that union sees them, so that the numbers are those of the screens. */
const inOrg = <T>(house: House, work: (tx: Tx) => Promise<T>, scope: string): Promise<T> =>
  inTransaction(house.db, { federationId: house.federationId, scope, personId: '', accountId: '' }, work, {
    readOnly: true,
  })

async function readFigures(tx: Tx, house: House, path: string, year: number): Promise<Shown[]> {
  const window = yearWindow(house.federationId, path, year)
  const rows: Shown[] = []
  for (const { code, line, name, figure } of figuresOf(house.lines)) {
    const owner = house.lines.find(({ slug }) => slug === line)
    if (owner) rows.push({ code, title: figure.title, unit: figure.unit, ...(await total(tx, owner, name, window)) })
  }
  return rows
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
  const words = value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
  return numerator === null || denominator === null ? words : `${words}（${numerator}/${denominator}）`
}
