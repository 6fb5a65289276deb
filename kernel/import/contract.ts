import { z } from 'zod'
import { action, pageOf, query, shapes } from '../contract/contract.ts'
import { states, verbs } from './states.ts'

const keys = <K extends string>(of: Record<K, unknown>) => z.enum(Object.keys(of) as [K, ...K[]])
const byId = z.object({ id: shapes.id })
const name = z.string().regex(/^[a-z][a-zA-Z-]{0,40}$/, '请从列表里选要导入什么')
const Place = z.object({
  sheet: z.int().min(0).max(500).optional(),
  headerRow: z.int().min(1).max(2_000_000).optional(),
})
const ColumnMap = z.record(z.string().max(60), z.int('请选表里的一列').min(0).max(500))
const Options = z.record(z.string().max(60), z.string().max(60))

const Option = z.object({
  key: z.string(),
  title: z.string(),
  values: z.array(z.object({ value: z.string(), title: z.string() })),
  default: z.string(),
})
export const Kind = z.object({
  line: z.string(),
  kind: z.string(),
  title: z.string(),
  options: z.array(Option),
  forUnions: z.array(z.string()),
})
const Unit = z.object({ id: shapes.id, path: z.string(), name: z.string() })
const Reason = z.object({ column: z.string(), code: z.string(), message: z.string() })

export const Counts = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  warned: z.int(),
})
const Card = z.object({
  id: shapes.id,
  line: z.string(),
  kind: z.string(),
  title: z.string(),
  fileName: z.string(),
  unit: Unit,
  sender: z.string(),
  isMine: z.boolean(),
  state: keys(states),
  stateTitle: z.string(),
  position: z.int(),
  total: z.int().nullable(),
  counts: Counts,
  createdAt: shapes.instant,
})
export const Import = Card.extend({
  isReading: z.boolean(),
  failure: z.string().nullable(),
  failedIn: z.string().nullable(),
  verbs: z.array(keys(verbs)),
  /** Rows a second of the present run, and how many seconds are left; null while nothing can be said. */
  rate: z.number().nullable(),
  secondsLeft: z.int().nullable(),
  codes: z.array(z.object({ code: z.string(), rows: z.int(), refused: z.int(), example: z.string() })),
  /** Rows of the sheet that wrote something and are not undone yet. */
  written: z.int(),
  undone: z.int(),
  kept: z.int(),
  checkedAt: shapes.instant.nullable(),
  storedAt: shapes.instant.nullable(),
  undoneAt: shapes.instant.nullable(),
  undoUntil: shapes.instant.nullable(),
  isFileGone: z.boolean(),
  options: Options,
  copies: z.array(
    z.object({ id: shapes.id, isAll: z.boolean(), documentId: shapes.id.nullable(), failure: z.string().nullable() }),
  ),
})

export const Preview = z.object({
  kind: z.enum(['xlsx', 'xls', 'csv']),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), isEmpty: z.boolean(), isRead: z.boolean() })),
  headerRow: z.int(),
  total: z.int(),
  headers: z.array(z.object({ column: z.int(), name: z.string(), sample: z.string() })),
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      isRequired: z.boolean(),
      column: z.int().nullable(),
      header: z.string(),
      confidence: z.number(),
      isRemembered: z.boolean(),
    }),
  ),
  unused: z.array(z.string()),
  fault: z.string().nullable(),
  options: z.array(Option.extend({ value: z.string() })),
  rows: z.array(
    z.object({ row: z.int(), cells: z.array(z.string()), isRefused: z.boolean(), reasons: z.array(Reason) }),
  ),
})

/** Spreadsheets brought in: the same few steps for every kind, long ones by themselves. */
export const contract = {
  kinds: query('imports.use', '能导入什么', z.object({}), z.array(Kind)),
  units: query(
    'imports.use',
    '给哪个工会导入',
    z.object({ line: name, kind: name, text: z.string().trim().max(50).default('') }),
    z.array(Unit.extend({ context: z.string() })),
  ),
  list: query('imports.use', '导入记录', z.object({ ...shapes.page }), pageOf(Card)),
  get: query('imports.use', '一次导入', byId, Import),
  preview: query(
    'imports.use',
    '预览和对列',
    byId.extend({ map: ColumnMap.optional(), options: Options.optional() }),
    Preview,
  ),
  rows: query(
    'imports.use',
    '没有导入的行',
    byId.extend({ code: z.string().max(60).optional(), isRefused: z.boolean().optional(), ...shapes.page }),
    pageOf(z.object({ row: z.int(), isRefused: z.boolean(), reasons: z.array(Reason) })),
  ),
  start: action(
    'imports.use',
    '上传一份表格',
    z.object({ documentId: shapes.id, line: name, kind: name, unitId: shapes.id }),
    z.object({ id: shapes.id }),
  ),
  look: action('imports.use', '换一张工作表或表头', byId.extend(Place.shape), byId),
  map: action('imports.use', '确认对列', byId.extend({ map: ColumnMap, options: Options.default({}) }), byId),
  check: action('imports.use', '核对，不写入', byId, byId),
  store: action('imports.use', '导入', byId, byId),
  retry: action('imports.use', '接着办', byId, byId),
  cancel: action('imports.use', '停下或放弃', byId, byId),
  undo: action('imports.use', '撤销导入', byId.extend({ reason: shapes.line(200) }), byId),
  errorCopy: action('imports.use', '下载带原因的表格', byId.extend({ isAll: z.boolean().default(false) }), byId),
}
