import { z } from 'zod'
import { action, pageOf, query, shapes } from '../../kernel/contract/contract.ts'
import { defectKinds, mostCharacters, sources, verdicts } from './rules/words.ts'

const keys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
const count = z.int().min(0)
const byId = z.object({ id: shapes.id })
const year = z.int('年份请填数字').min(2000, '年份请填 2000 以后的').max(2100, '年份太大了，请核对')

/** Either the text itself or an uploaded file; the year and the title are those of the text where left out. */
const asked = z
  .object({
    text: z
      .string()
      .max(mostCharacters, `文字超过 ${mostCharacters / 10_000} 万字，请分成几份来核`)
      .optional(),
    documentId: shapes.id.optional(),
    title: shapes.text(100).optional(),
    year: year.optional(),
  })
  .refine(({ text, documentId }) => (text === undefined) !== (documentId === undefined), '请粘贴文字，或者上传一份文件')

export const Counts = z.object({ agrees: count, differs: count, target: count, unrecorded: count, defects: count })
const Card = z.object({
  id: shapes.id,
  title: z.string(),
  year: year.nullable(),
  source: keys(sources),
  pages: z.int().nullable(),
  checkedAt: shapes.instant,
  keptUntil: shapes.day,
  counts: Counts,
})

/** One claim as it stands in the text, and what the house's records say to it. Money in 元, people in 人. */
export const Claim = z.object({
  quote: z.string(),
  line: z.int(),
  value: z.number(),
  unit: z.string().nullable(),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '≈']),
  qualifier: z.string().nullable(),
  subject: z.string(),
  section: z.string(),
  isTarget: z.boolean(),
  figure: z.string().nullable(),
  figureTitle: z.string().nullable(),
  verdict: keys(verdicts),
  ours: z.number().nullable(),
  why: z.string(),
})
export const Defect = z.object({ kind: keys(defectKinds), quote: z.string(), line: z.int(), words: z.string() })

/** Of a heading, as GB/T 9704 numbers them: 一、（一） 1.（1） */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
/** `finding` counts the claims first and goes on with the defects. */
const Sheet = z.object({
  line: z.int(),
  level: z.union([z.literal(0), Level]),
  text: z.string(),
  marks: z.array(z.object({ from: z.int(), to: z.int(), finding: z.int() })),
})

export const contract = {
  check: action('report-check.use', '核一份报告', asked, byId),
  list: query('report-check.use', '我核过的报告', z.object(shapes.page), pageOf(Card)),
  get: query(
    'report-check.use',
    '一份核验结果',
    byId,
    Card.extend({
      union: z.string(),
      /** Whose report it is by its title, where that is not the union's own. */
      body: z.string().nullable(),
      claims: z.array(Claim),
      defects: z.array(Defect),
      sheets: z.array(Sheet),
    }),
  ),
  exportCommented: action(
    'report-check.use',
    '导出带批注的 Word',
    byId,
    z.object({ documentId: shapes.id, name: z.string() }),
  ),
  remove: action('report-check.use', '删除一份核验', byId, byId),
}
