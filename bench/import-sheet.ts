import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { header, sampleRoster } from '../business/membership/roster/testing.ts'
import { writeXlsx } from '../kernel/exchange/xlsx-write.ts'

export type Planted = { row: number; code: string }
export type Sheet = { file: string; writtenBy: string; rows: number; planted: Planted[] }

const PER_KIND = 200

/** A member roster of `rows` rows as .xlsx, with 200 planted defects of each kind, written by LibreOffice where there is one. */
export async function writeSheet(folder: string, rows: number, firm: string): Promise<Sheet> {
  const kinds = sampleRoster({ good: 0, perKind: 1, firm }).expected.length
  const sample = sampleRoster({ good: rows - PER_KIND * (kinds + 1), perKind: PER_KIND, firm })
  const twice = sample.rows.filter((_, at) => !sample.expected.some(({ row }) => row === at + 2)).slice(0, PER_KIND)
  const all = [...sample.rows, ...twice]
  const planted = [
    ...sample.expected.map(({ row, code }) => ({ row, code })),
    ...twice.map((_, at) => ({ row: sample.rows.length + 2 + at, code: 'row.twice' })),
  ]
  const file = join(folder, 'roster.xlsx')
  const office = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find(existsSync)
  if (office) convert(office, folder, all)
  else
    await writeFile(
      file,
      await buffer(
        writeXlsx(
          header.map((title, at) => ({ title, value: (row: string[]) => row[at] ?? '' })),
          all,
        ),
      ),
    )
  return { file, writtenBy: office ? 'LibreOffice' : 'exceljs (no LibreOffice here)', rows: all.length, planted }
}

/** Every column as text: the numbers must keep their digits. */
function convert(office: string, folder: string, rows: readonly string[][]): void {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = [[...header], ...rows].map((row) => row.map(quoted).join(','))
  writeFileSync(join(folder, 'roster.csv'), lines.join('\n'))
  const columns = header.map((_, at) => `${at + 1}/2`).join('/')
  const filter = `--infilter=CSV:44,34,76,1,${columns}`
  execFileSync(
    office,
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/office`,
      filter,
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      join(folder, 'roster.csv'),
    ],
    {
      stdio: 'ignore',
    },
  )
}
