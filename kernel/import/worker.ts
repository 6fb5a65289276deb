import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../contract/errors.ts'
import { type RawRow, readTable } from '../exchange/table.ts'
import type { ReadContext, RowReader } from './kind.ts'
import type { ColumnMap } from './mapping.ts'
import { type CheckedRow, createRowReader } from './row-reader.ts'

/** Most rows of one sheet. */
export const mostRows = 200_000
const BATCH = 250

type Place = { sheet?: number; headerRow?: number }
export type Task =
  | ({ kind: 'look'; known: readonly string[] } & Place)
  | ({ kind: 'read'; reader: string; map: ColumnMap; context: ReadContext; from: number } & Place)
  | ({ kind: 'copy'; isAll: boolean; reasons: ReadonlyMap<number, string> } & Place)
export type Given = { file: Uint8Array; task: Task }

/** What a file is found to be, with its first rows. `total` counts the rows below the header. */
export type Look = {
  kind: 'xlsx' | 'xls' | 'csv'
  sheets: { name: string; isHidden: boolean; isEmpty: boolean }[]
  sheet: number
  header: string[]
  headerRow: number
  top: RawRow[]
  total: number
}
export type Told =
  | { look: Look }
  | { rows: CheckedRow[] }
  | { piece: Uint8Array }
  | { isDone: true }
  | { failure: { status: number; message: string } }
  | { broken: string }

/** Hands over one batch each time it is asked, so that it never runs far ahead of the database. */
function createCounter() {
  let credits = 0
  let wake = () => {}
  parentPort?.on('message', () => {
    credits += 1
    wake()
  })
  return async () => {
    while (credits === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    credits -= 1
  }
}

const tell = (told: Told, moved: ArrayBuffer[] = []) => parentPort?.postMessage(told, moved)

async function* one(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file
}

const open = (file: Uint8Array, { sheet, headerRow }: Place, known: readonly string[] = []) =>
  readTable(one(file), { maxRows: mostRows, takesXls: true, known, sheet, headerRow })

async function work({ file, task }: Given, turn: () => Promise<void>): Promise<void> {
  if (task.kind === 'look') {
    const { rows, kind, sheets, sheet, header, headerRow, top } = await open(file, task, task.known)
    let total = 0
    for await (const _ of rows) total += 1
    tell({ look: { kind, sheets, sheet, header, headerRow, top, total } })
  } else if (task.kind === 'read') await readRows(file, task, turn)
  else await writeCopy(file, task, turn)
  tell({ isDone: true })
}

async function readRows(file: Uint8Array, task: Task & { kind: 'read' }, turn: () => Promise<void>): Promise<void> {
  const { reader } = (await import(task.reader)) as { reader: RowReader }
  const read = createRowReader(reader, task.map, task.context)
  const table = await open(file, task)
  let batch: CheckedRow[] = []
  let place = 0
  const send = async () => {
    await turn()
    tell({ rows: batch })
    batch = []
  }
  for await (const raw of table.rows) {
    const checked = read(raw) // also those before `from`: a later row may be the same
    place += 1
    if (place > task.from) batch.push(checked)
    if (batch.length === BATCH) await send()
  }
  if (batch.length > 0) await send()
}

/** The writer is large, and only this needs it. */
async function writeCopy(file: Uint8Array, task: Task & { kind: 'copy' }, turn: () => Promise<void>): Promise<void> {
  const { copyOf } = await import('./sheet-copy.ts')
  for await (const piece of copyOf(await open(file, task), task)) {
    await turn()
    tell({ piece })
  }
}

if (parentPort) {
  await work(workerData as Given, createCounter()).catch((error: unknown) =>
    error instanceof Failure
      ? tell({ failure: { status: error.status, message: error.message } })
      : tell({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  parentPort.close()
}
