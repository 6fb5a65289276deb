import type { z } from 'zod'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable, inPages } from '../../kernel/exchange/export.ts'
import { contract as figures, periodWords } from '../../kernel/indicators/contract.ts'
import { figuresOf } from '../../kernel/indicators/fold.ts'
import { line as figuresLine } from '../../kernel/indicators/line.ts'
import type { contract } from './contract.ts'
import { placeIn } from './late.ts'

type Page = z.output<typeof figures.records.output>
type FigureRecord = Page['rows'][number]
type Asked = ParsedOf<typeof contract.export>

const columns = (unit: string): readonly Column<FigureRecord>[] => [
  { title: '事项', width: 40, value: (row) => row.title },
  { title: '编号', width: 16, value: (row) => row.number },
  { title: '摘要', width: 40, value: (row) => row.summary },
  { title: '地点', width: 16, value: (row) => row.place },
  { title: '时间', width: 18, kind: 'instant', value: (row) => row.at },
  { title: `计入（${unit}）`, width: 12, kind: 'number', value: (row) => row.value },
]

/** The records behind a figure as a sheet, in the order of the screen and with its masked names. @throws Failure 403, 404, 413, 422 */
export async function exportRecords(ctx: Ctx, input: Asked): Promise<OutputOf<typeof contract.export>> {
  const { reason, format, place, ...which } = input
  const asked = { ...which, orgPath: placeIn(ctx, place) }
  const { title, unit } = plateOf(ctx, input.code)
  const rows = inPages((after) => readRecords(ctx, { ...asked, after, limit: 200 }))
  const { document, rows: count } = await exportTable(ctx, {
    title: `${title}_${periodWords(input.period).replaceAll(' ', '')}_记录`,
    line: 'overview',
    columns: columns(unit === '%' ? '件' : unit),
    rows,
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows: count }
}

/** As the screen reads them: the same function, the same reach, the same masks. */
async function readRecords(ctx: Ctx, asked: object): Promise<Page> {
  const page = await figuresLine.handlers.records?.(ctx, asked)
  return figures.records.output.parse(page)
}

function plateOf(ctx: Ctx, code: string): { title: string; unit: string } {
  const found = figuresOf(ctx.house.lines).find((one) => one.code === code)
  return found?.figure ?? fail(404, '没有这项数据，可能已改名')
}
