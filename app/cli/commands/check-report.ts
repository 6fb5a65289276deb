import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { examine } from '../../../business/report-check/examine/examine.ts'
import { noRecords, recordsFor } from '../../../business/report-check/figures.ts'
import { refuse } from '../../../business/report-check/files/refusals.ts'
import type { Checked } from '../../../business/report-check/judging.ts'
import { defectKinds, mostBytes, verdicts } from '../../../business/report-check/rules/words.ts'
import { dayOf } from '../../../kernel/calendar/days.ts'
import { Failure, fail } from '../../../kernel/contract/errors.ts'
import type { House } from '../../../kernel/ctx.ts'
import { inTransaction } from '../../../kernel/db/database.ts'
import { newCtx } from '../../../kernel/http/new-ctx.ts'
import { defineCommand, done } from '../command.ts'
import { type FoundOrg, findOrg } from '../find-org.ts'
import { operator } from '../operator.ts'
import { columnsOf } from '../width.ts'

const wrongYear = '请写年份，例如 --year 2023'
const input = z.object({
  file: z.string('请写报告文件，例如 report.docx').trim().min(1, '请写报告文件，例如 report.docx'),
  json: z.boolean().default(false),
  year: z
    .string(wrongYear)
    .regex(/^20\d\d$/, wrongYear)
    .transform(Number)
    .optional(),
  org: z.string().trim().optional(),
})
type Input = z.output<typeof input>

export const checkReport = defineCommand<Input>({
  name: 'check-report',
  usage: '报告文件 [--json] [--year 2023] [--org 单位]',
  help: '核一份报告（.txt .docx .pdf）：每个数字和记录对一遍，找出格式问题；不保存',
  options: { json: 'flag', year: 'text', org: 'text' },
  words: ['file'],
  places: ['file'],
  input,
  where: 'house',
  async run({ house, say }, asked) {
    const report = await openReport(asked.file)
    const union = await unionFor(house, asked.org)
    if (!union) return done(await checkAlone(report, asked, say))
    const checked = await checkFor(house, union, report, asked.year)
    if (checked.year === null) say('看不出是哪一年的报告，没有和记录比较。请写 --year 年份。')
    return done(wordsOf(checked, asked))
  },
  async withoutHouse(asked, say) {
    return done(await checkAlone(await openReport(asked.file), asked, say))
  },
})

type Report = { name: string; bytes: Uint8Array }

/** @throws Failure 404 when there is no such file, 413, 415 */
async function openReport(path: string): Promise<Report> {
  const facts = await stat(path).catch(() => fail(404, '没有找到这个文件，或者没有权限读它，请核对路径'))
  if (!facts.isFile()) fail(415, '这不是一个文件，请写报告文件的路径')
  if (facts.size > mostBytes) refuse.size()
  const bytes = await readFile(path).catch(() => fail(403, '没有权限读这个文件，请改它的权限，或换一个位置'))
  return { name: basename(path), bytes }
}

async function checkAlone(report: Report, asked: Input, say: (line: string) => void): Promise<string> {
  const { checked } = await examine({ report, year: asked.year, recordsFor: async () => noRecords })
  say('还没有数据可对：只找出数字和格式问题，没有和记录比较。')
  return wordsOf(checked, asked)
}

/** The union meant; undefined in a house where nothing has been set up yet. @throws Failure as `findOrg` for a union that was named */
async function unionFor(house: House, org: string | undefined): Promise<FoundOrg | undefined> {
  const standing = { federationId: house.federationId, scope: '', personId: '', accountId: '' }
  const find = () =>
    inTransaction(house.db, standing, (tx) => findOrg(tx, house.federationId, dayOf(house.clock()), org), {
      readOnly: true,
    })
  return find().catch((error: unknown) => {
    if (org === undefined && error instanceof Failure && error.status === 404) return undefined
    throw error
  })
}

/** Held against what a leader of that union sees. */
async function checkFor(house: House, union: FoundOrg, report: Report, year: number | undefined): Promise<Checked> {
  const { federationId } = house
  const actor = { ...operator(federationId), orgPath: union.path, orgName: union.name }
  const standing = { federationId, scope: union.path, personId: '', accountId: '' }
  const recordsOf = (of: number) =>
    inTransaction(house.db, standing, (tx) => recordsFor(newCtx(house, actor, tx), of), { readOnly: true })
  return (await examine({ report, year, recordsFor: recordsOf })).checked
}

const wordsOf = (checked: Checked, { json }: Input): string =>
  json ? JSON.stringify(lineOf(checked)) : tableOf(checked)

/** The order of the fields is part of what is promised. */
const lineOf = ({ claims, defects }: Checked) => ({
  claims: claims.map((one) => ({
    quote: one.quote,
    value: one.value,
    unit: one.unit,
    comparator: one.comparator,
    qualifier: one.qualifier,
    subject: one.subject,
    section: one.section,
    isTarget: one.isTarget,
    figure: one.figure,
    verdict: one.verdict,
    line: one.line,
    ours: one.ours,
    why: one.why,
  })),
  defects: defects.map(({ kind, quote, line, words }) => ({ kind, quote, line, words })),
})

function tableOf({ claims, defects, year, body }: Checked): string {
  const counts = Object.entries(verdicts).map(
    ([verdict, title]) => `${title} ${claims.filter((claim) => claim.verdict === verdict).length}`,
  )
  const numbers = claims.map(({ line, quote, verdict, why }) => [
    String(line),
    quote.replace(/\s+/g, ' '),
    verdicts[verdict],
    why,
  ])
  const faults = defects.map(({ line, kind, words }) => [String(line), defectKinds[kind], words])
  return [
    ...(body === null ? [] : [`标题写的是“${body}”，没有和我们的记录对。`]),
    `${year ?? '年份不明'}：${claims.length} 处数字（${counts.join('，')}），${defects.length} 处格式问题`,
    claims.length > 0 ? columnsOf([['行', '数字', '核验', '说明'], ...numbers], [0]) : '没有找到数字。',
    ...(defects.length > 0 ? [columnsOf([['行', '格式问题', '说明'], ...faults], [0])] : []),
  ].join('\n\n')
}
