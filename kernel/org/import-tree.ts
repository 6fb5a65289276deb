import { uuidv7 } from 'uuidv7'
import { isDay } from '../calendar/days.ts'
import { Failure, fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { initialsOf } from '../search/initials.ts'
import { unionCode } from './actions.ts'
import { codeOf, nextPath, parentOf } from './path.ts'
import { keyOf, type OrgKind, shortNameOf } from './words.ts'

/** One line of a sheet of unions: the way down from the street, as far as it goes. `row` is its number in the sheet, from 1. */
export type TreeRow = {
  row: number
  street: string
  community?: string
  union?: string
  creditCode?: string
  grade?: string
  foundedOn?: string
}
export type TreeReport = { added: number; known: number; errors: { row: number; message: string }[] }

type Node = { id: string; path: string; kind: OrgKind; parent_id: string | null; short_name: string }
type Leaf = { grade: number | null; credit_code: string | null; founded_on: string | null }
type Fresh = Node & Leaf & { name: string; code: string; sort: number }

const grades: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

/**
 * Grows the tree from the rows of a sheet; what is there already (same short name under the same parent) is left alone, so the same sheet may be
 * brought twice. Rows at fault are reported and the others written, in the caller's transaction.
 * @throws Failure 409 when the federation has no root yet
 */
export async function importTree(ctx: Ctx, rows: Iterable<TreeRow>): Promise<TreeReport> {
  const forest = await loadForest(ctx)
  const report: TreeReport = { added: 0, known: 0, errors: [] }
  for (const row of rows) {
    try {
      if (forest.plant(row)) report.added += 1
      else report.known += 1
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      report.errors.push({ row: row.row, message: error.message })
    }
  }
  for (let at = 0; at < forest.fresh.length; at += 500) {
    const chunk = forest.fresh.slice(at, at + 500).map((org) => ({
      ...org,
      federation_id: ctx.actor.federationId,
      initials: initialsOf(org.short_name),
      valid_from: ctx.today,
    }))
    await ctx.tx.insertInto('orgs').values(chunk).execute()
  }
  ctx.audit = {
    line: 'orgs',
    recordId: null,
    reason: `导入工会组织 ${forest.fresh.length} 个，有误 ${report.errors.length} 行`,
  }
  return report
}

async function loadForest(ctx: Ctx) {
  const known = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path', 'kind', 'parent_id', 'short_name', 'credit_code', 'valid_to'])
    .where('federation_id', '=', ctx.actor.federationId)
    .execute()
  const root = known.find((org) => org.parent_id === null) ?? fail(409, '还没有设立区总工会，请先完成第一步')
  const forest = createForest(known)
  return { fresh: forest.fresh, plant: (row: TreeRow) => plant(forest, root, row) }
}

type Known = Node & { valid_to: string | null; credit_code: string | null }
type Forest = ReturnType<typeof createForest>

/** What stands and what is new. A closed union is not found again, but its path and number stay taken. */
function createForest(known: readonly Known[]) {
  const fresh: Fresh[] = []
  const paths = Map.groupBy(
    known.map((org) => org.path),
    parentOf,
  )
  const codes = new Set(known.map((org) => org.credit_code))
  const living = known.filter((org) => org.valid_to === null)
  const byName = new Map<string, Node>(living.map((org) => [`${org.parent_id}/${keyOf(org.short_name)}`, org]))

  /** The child of that name, made when it is not there. */
  function child(parent: Node, kind: OrgKind, raw: string, more: Leaf): Node {
    const name = kind === 'street' ? nameOfStreet(raw) : raw
    const short_name = shortNameOf(name)
    const key = `${parent.id}/${keyOf(short_name)}`
    const found = byName.get(key)
    if (found) return found
    const { credit_code } = more
    if (credit_code !== null && codes.has(credit_code))
      fail(409, `信用代码 ${credit_code} 已经登记在另一个工会名下，请核对`)
    const siblings = paths.get(parent.path) ?? []
    const path = nextPath(parent.path, siblings)
    const at = { path, code: codeOf(path), sort: siblings.length + 1, parent_id: parent.id }
    const org = { id: uuidv7(), kind, name, short_name, ...at, ...more }
    paths.set(parent.path, [...siblings, path])
    byName.set(key, org)
    codes.add(credit_code)
    fresh.push(org)
    return org
  }
  return { fresh, child }
}

const bare: Leaf = { grade: null, credit_code: null, founded_on: null }

/** Grows the way down that one row describes. True when it brought something new. */
function plant({ fresh, child }: Forest, root: Node, row: TreeRow): boolean {
  const leaf = checkedLeaf(row)
  const before = fresh.length
  const [community, union] = [row.community?.trim(), row.union?.trim()]
  const street = child(root, 'street', row.street.trim(), community || union ? bare : { ...leaf, grade: null })
  const above = community
    ? child(street, 'community', community, union ? { ...bare, grade: leaf.grade } : leaf)
    : street
  if (union) child(above, 'enterprise', union, { ...leaf, grade: null })
  return fresh.length > before
}

/** 平湖 and 平湖街道 are written as 平湖街道总工会. */
const nameOfStreet = (raw: string) => (/工会$/.test(raw) ? raw : `${raw.replace(/(街道)?(办事处)?$/, '')}街道总工会`)

function checkedLeaf(row: TreeRow): Leaf {
  const names = [row.street, row.community ?? '', row.union ?? '']
  if (!row.street.trim()) fail(422, '没有写街道，请补上')
  if (names.some((name) => name.length > 100)) fail(422, '名称超过 100 个字，请核对是否串行')
  const grade = row.grade?.trim() ? grades[row.grade.trim().replace(/[级星等第]/g, '')] : null
  if (grade === undefined) fail(422, `等级“${row.grade}”不认识，请写一级、二级、三级或四级`)
  const founded = row.foundedOn?.trim() || null
  if (founded !== null && !isDay(founded)) fail(422, `成立日期“${founded}”请写成 2026-01-05 这样`)
  return { grade, credit_code: unionCode(row.creditCode?.trim()), founded_on: founded }
}
