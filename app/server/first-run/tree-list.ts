import { Failure, fail } from '../../../kernel/contract/errors.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { TreeReport, TreeRow } from '../../../kernel/org/import-tree.ts'
import { keyOf, type OrgKind, shortNameOf } from '../../../kernel/org/words.ts'

export type ListRow = {
  row: number
  parent?: string | undefined
  name: string
  code?: string | undefined
  kind?: string | undefined
  grade?: string | undefined
}

export const listFields = [
  {
    key: 'parent',
    title: '上级名称或代码',
    synonyms: ['上级', '上级名称', '上级代码', '上级工会', '上级单位', '上级组织', '隶属', '隶属单位'],
    required: true,
  },
  {
    key: 'name',
    title: '名称',
    synonyms: ['单位名称', '工会名称', '组织名称', '工会组织名称', '全称'],
    required: true,
  },
  {
    key: 'code',
    title: '代码',
    synonyms: ['编号', '编码', '单位代码', '行政区划代码', '统计用区划代码', '统一社会信用代码'],
    required: false,
  },
  { key: 'kind', title: '类型', synonyms: ['类别', '层级', '单位类型', '组织类型'], required: false },
  { key: 'grade', title: '等级', synonyms: ['工联会等级', '级别', '星级'], required: false },
] as const

/** A place as a way down from the street. */
export type Way = Pick<TreeRow, 'street' | 'community' | 'union'>
/** A place with the number it bears in the sheet. */
export type Numbered = Way & { code: string }
type Entry = { name: string; code: string; parent: string; row?: ListRow; way?: Way; state?: 'open' | 'wrong' }

/** Turns a list, in any order, in which each names the one above it, into ways down from the street. A parent may also stand in the database already. */
export async function treeFrom(
  ctx: Ctx,
  list: readonly ListRow[],
): Promise<{ rows: TreeRow[]; errors: TreeReport['errors']; numbered: Numbered[] }> {
  const { root, known } = await readPlaces(ctx)
  const entries: Entry[] = [
    ...known,
    ...list.map((row) => ({ name: row.name, code: row.code ?? '', parent: row.parent ?? '', row })),
  ]
  const places: Places = { root, called: ranks.map((rank) => Map.groupBy(entries, (entry) => rank(entry))) }
  const errors: TreeReport['errors'] = []
  const rows: TreeRow[] = []
  const numbered: Numbered[] = []
  for (const entry of entries) {
    if (!entry.row) continue
    const { row, grade } = entry.row
    const { code } = entry
    try {
      const way = wayTo(entry, places)
      const isCredit = /^[0-9A-Z]{18}$/i.test(code)
      rows.push({ ...way, row, grade, ...(isCredit ? { creditCode: code } : {}) })
      if (code && !isCredit) numbered.push({ ...way, code })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      errors.push({ row, message: error.message })
    }
  }
  // From above to below: a place that a row further down made in passing would lack what its own row says of it.
  return { rows: rows.sort((a, b) => depthOf(a) - depthOf(b)), errors, numbered }
}

const depthOf = ({ community, union }: Way): number => (union ? 2 : community ? 1 : 0)

/** How those below may call a place, the surest way first: by code, by full name, by short name, by what tells it apart. */
const ranks: readonly ((entry: { name: string; code: string }) => string)[] = [
  ({ code }) => code,
  ({ name }) => name,
  ({ name }) => shortNameOf(name),
  ({ name }) => keyOf(name),
]
type Places = { root: ReadonlySet<string>; called: readonly Map<string, Entry[]>[] }

function wayTo(entry: Entry, places: Places): Way {
  if (entry.way) return entry.way
  if (entry.state === 'open') fail(422, `“${entry.name}”的上级绕了一圈又回到自己，请核对上级`)
  if (entry.state === 'wrong') fail(422, `上级“${entry.name}”那一行有问题，请先改好那一行`)
  entry.state = 'open'
  try {
    const above = entry.parent === '' || places.root.has(entry.parent) ? undefined : parentOf(entry, places)
    entry.way = below(above && wayTo(above, places), entry)
    return entry.way
  } finally {
    if (!entry.way) entry.state = 'wrong'
  }
}

/** Nobody is its own parent: 平湖社区 under 平湖 stands in 平湖街道. */
function parentOf(entry: Entry, { called }: Places): Entry {
  const { parent } = entry
  const asked = [parent, parent, shortNameOf(parent), keyOf(parent)]
  for (const [rank, name] of asked.entries()) {
    const found = distinct((called[rank]?.get(name) ?? []).filter((one) => one !== entry))
    if (found.length > 1) fail(422, `上级“${parent}”不止一个，请改写上级的代码`)
    if (found[0]) return found[0]
  }
  return fail(422, `没有找到上级“${parent}”，请核对名称，或把上级也写进表里`)
}

/** A place written twice, or standing in the sheet and in the database alike, is one place. */
function distinct(entries: readonly Entry[]): Entry[] {
  const unlike = [...new Map(entries.map((entry) => [`${keyOf(entry.name)}/${keyOf(entry.parent)}`, entry])).values()]
  const inSheet = unlike.filter(({ row }) => row)
  return inSheet.length === 1 && unlike.length === 2 ? inSheet : unlike
}

function below(above: Way | undefined, entry: Entry): Way {
  const { name = '', kind = '' } = entry.row ?? {}
  const wanted = kindOf(kind)
  if (above?.union) fail(422, '基层工会下面的工会请在工作台新增，这里只导入到基层工会')
  const standing: OrgKind = above === undefined ? 'street' : (wanted ?? (above.community ? 'enterprise' : 'community'))
  if (wanted !== undefined && wanted !== standing)
    fail(422, `“${name}”写的类型是${kind}，但上级是区总工会，请补上所在街道`)
  if (above === undefined) return { street: name }
  if (standing === 'enterprise') return { ...above, union: name }
  if (standing === 'street' || above.community) fail(422, `“${name}”不能设在“${entry.parent}”下面，请核对上级和类型`)
  return { ...above, community: name }
}

function kindOf(kind: string): OrgKind | undefined {
  const word = kind.replace(/\s/g, '')
  if (word === '') return undefined
  if (/社区|工联会/.test(word)) return 'community'
  if (/街道|镇|乡/.test(word)) return 'street'
  if (/基层|企业|单位|机关|学校|工会/.test(word)) return 'enterprise'
  return fail(422, `类型“${kind}”不认识，请写街道、社区或基层工会`)
}

async function readPlaces(ctx: Ctx): Promise<{ root: ReadonlySet<string>; known: Entry[] }> {
  const orgs = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'parent_id', 'kind', 'name', 'short_name', 'path'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', 'in', ['district', 'street', 'community'])
    .where('valid_to', 'is', null)
    .execute()
  const byId = new Map(orgs.map((org) => [org.id, org]))
  const root = orgs.find((org) => org.parent_id === null)
  const known = orgs.flatMap((org): Entry[] => {
    const parent = byId.get(org.parent_id ?? '')
    if (!parent) return []
    const way = org.kind === 'street' ? { street: org.name } : { street: parent.name, community: org.name }
    return [{ name: org.name, code: org.path.replaceAll('.', ''), parent: parent.name, way }]
  })
  const rootCalls = root ? [root.name, root.short_name, shortNameOf(root.name), root.path.replaceAll('.', '')] : []
  return { root: new Set(rootCalls), known }
}
