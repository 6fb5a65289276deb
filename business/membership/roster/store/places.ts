import { sql } from 'kysely'
import { endOf } from '../../../../kernel/access/permissions.ts'
import type { Day } from '../../../../kernel/calendar/days.ts'
import { fail } from '../../../../kernel/contract/errors.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { searchNameOf } from '../../../../kernel/enterprises/name.ts'
import type { RowReason } from '../../../../kernel/import/kind.ts'
import type { RosterRow } from '../row.ts'

/** Where a member belongs: the union joined and the firm worked for. */
export type Place = { unionId: string; path: string; foundedOn: Day | null; enterpriseId: string | null }
export type Placed = { place: Place; warnings: RowReason[] } | { reasons: RowReason[] }
/** Finds the place of one row, without asking the database again. */
export type FindPlace = (row: RosterRow) => Placed

type Unit = { id: string; path: string; kind: string; foundedOn: Day | null }
type Firm = {
  id: string
  name: string
  creditCode: string | null
  unionId: string | null
  path: string | null
  foundedOn: Day | null
  homeId: string | null
  homePath: string | null
}

const refused = (column: string, code: string, message: string): Placed => ({ reasons: [{ column, code, message }] })

async function getUnit(ctx: Ctx, id: string): Promise<Unit> {
  const unit = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path', 'kind', 'founded_on as foundedOn', 'valid_to as validTo'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!unit) return fail(404, '没有找到这个工会，请重新选择')
  if (unit.validTo !== null && unit.validTo <= ctx.today) fail(409, '这个工会已经撤销，不能再导入会员')
  return unit
}

/** The firms of an enterprise union, as many as tell whether it has one or several. */
const ownFirms = (ctx: Ctx, unit: Unit) =>
  ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'credit_code as creditCode'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('union_id', '=', unit.id)
    .orderBy('id')
    .limit(2)
    .execute()

/** Firms that the rows name, by credit code or exact name, with their union and the federation of their place; only those below the unit. */
async function namedFirms(ctx: Ctx, unit: Unit, rows: readonly RosterRow[]): Promise<Firm[]> {
  const codes = [...new Set(rows.map((row) => row.firmCode).filter(Boolean))]
  const names = [...new Set(rows.map((row) => row.firmName).filter(Boolean))]
  if (codes.length + names.length === 0) return []
  const { rows: firms } = await sql<Firm>`
    select e.id, e.name, e.credit_code as "creditCode", o.id as "unionId", o.path, o.founded_on as "foundedOn", h.id as "homeId", h.path as "homePath"
    from enterprises e
    left join orgs o on o.federation_id = e.federation_id and o.id = e.union_id and (o.valid_to is null or o.valid_to > ${ctx.today}::date)
    left join orgs h on h.federation_id = e.federation_id and h.path = e.org_path and h.kind = 'community'
    where e.federation_id = ${ctx.actor.federationId} and (e.credit_code = any(${codes}::text[]) or e.name = any(${names}::text[]))
      and ((o.path >= ${unit.path} and o.path < ${endOf(unit.path)}) or (o.id is null and e.org_path >= ${unit.path} and e.org_path < ${endOf(unit.path)}))`.execute(
    ctx.tx,
  )
  return firms
}

const isNamedAlike = (a: string, b: string) => {
  const [one, other] = [searchNameOf(a), searchNameOf(b)]
  return one.includes(other) || other.includes(one)
}

/** A union of one firm: everybody belongs there, and a sheet that names another firm is said to. */
function ofOneFirm(unit: Unit, firm: { id: string; name: string; creditCode: string | null }): FindPlace {
  const place = { unionId: unit.id, path: unit.path, foundedOn: unit.foundedOn, enterpriseId: firm.id }
  const warnings = [
    {
      column: '工作单位',
      code: 'firm.other',
      message: '表里写的是另一家单位，已按本工会的单位登记；如果选错了工会，请撤销这次导入',
    },
  ]
  return (row) => {
    const isSameCode = row.firmCode === '' ? undefined : row.firmCode === firm.creditCode
    const isOther =
      isSameCode === undefined ? row.firmName !== '' && !isNamedAlike(row.firmName, firm.name) : !isSameCode
    return { place, warnings: isOther ? warnings : [] }
  }
}

function ofManyFirms(unit: Unit, firms: readonly Firm[], isEmptyFine: boolean): FindPlace {
  const byCode = new Map(firms.flatMap((firm) => (firm.creditCode ? [[firm.creditCode, firm] as const] : [])))
  const byName = Map.groupBy(firms, (firm) => firm.name)
  const own = { unionId: unit.id, path: unit.path, foundedOn: unit.foundedOn, enterpriseId: null }
  const placeOf = (firm: Firm): Placed => {
    if (firm.unionId !== null && firm.path !== null)
      return {
        place: { unionId: firm.unionId, path: firm.path, foundedOn: firm.foundedOn, enterpriseId: firm.id },
        warnings: [],
      }
    if (firm.homeId !== null && firm.homePath !== null)
      return {
        place: { unionId: firm.homeId, path: firm.homePath, foundedOn: null, enterpriseId: firm.id },
        warnings: [],
      }
    return refused('工作单位', 'firm.homeless', '这家单位没有工会，也没有登记所在社区，请先在企业登记册里补上')
  }
  return (row) => {
    if (row.firmCode === '' && row.firmName === '')
      return isEmptyFine
        ? { place: own, warnings: [] }
        : refused('工作单位', 'firm.missing', '没有写工作单位，这里有不止一家单位，请写明单位名称或信用代码')
    const named = byName.get(row.firmName) ?? []
    const firm = byCode.get(row.firmCode) ?? (named.length === 1 ? named[0] : undefined)
    if (firm) return placeOf(firm)
    if (named.length > 1) return refused('工作单位', 'firm.ambiguous', '有几家单位同名，请写明单位信用代码')
    const message = '在这个工会的单位里没有找到，请照营业执照写全名或写信用代码；新单位请先登记到这个工会'
    return isEmptyFine
      ? {
          place: own,
          warnings: [{ column: '工作单位', code: 'firm.unknown', message: '没有找到这家单位，先不填工作单位' }],
        }
      : refused('工作单位', 'firm.unknown', message)
  }
}

/**
 * Where the rows of a chunk belong. A union of one firm takes everybody; one of several firms asks the row which; a federation above hands each row on to the
 * union of its firm, and where a firm has none to the community (D:C1.3). At most three statements. @throws Failure 404 or 409 about the unit
 */
export async function findPlaces(ctx: Ctx, unitId: string, rows: readonly RosterRow[]): Promise<FindPlace> {
  const unit = await getUnit(ctx, unitId)
  if (unit.kind !== 'enterprise') return ofManyFirms(unit, await namedFirms(ctx, unit, rows), false)
  const own = await ownFirms(ctx, unit)
  if (own.length === 1 && own[0]) return ofOneFirm(unit, own[0])
  const firms = (await namedFirms(ctx, unit, rows)).filter((firm) => firm.unionId === unit.id)
  return ofManyFirms(unit, firms, own.length === 0)
}
