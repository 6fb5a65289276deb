import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../../kernel/contract/errors.ts'
import { readReport } from '../claims/read.ts'
import type { Records } from '../figures.ts'
import { type FileText, readFileText } from '../files/file-text.ts'
import { type Checked, judged } from '../judging.ts'

export type Given = { report: FileText | { name: string; bytes: Uint8Array }; year: number | undefined }
/** What the thread says: first for which year it wants the records, then everything it found, or why it cannot. */
export type Told =
  | { wants: number | null }
  | { file: FileText; checked: Checked }
  | { failure: { status: number; message: string } }

const tell = (told: Told) => parentPort?.postMessage(told)

async function recordsOf(year: number | null): Promise<Records> {
  if (!parentPort) throw new Error('not in a thread')
  const answer = once(parentPort, 'message')
  tell({ wants: year })
  const [records] = await answer
  return records as Records
}

async function examine({ report, year }: Given): Promise<Told> {
  const file = 'bytes' in report ? await readFileText(report.name, report.bytes) : report
  const read = readReport(file.text)
  const told = year ?? read.year
  return { file, checked: judged({ ...file, read }, told, await recordsOf(told)) }
}

tell(
  await examine(workerData as Given).catch((error: unknown): Told => {
    if (!(error instanceof Failure)) throw error
    return { failure: { status: error.status, message: error.message } }
  }),
)
