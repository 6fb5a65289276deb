import { uuidv7 } from 'uuidv7'
import { endOf, isUnder } from '../access/permissions.ts'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { checkCreditCode } from '../people/identity.ts'
import { initialsOf } from '../search/initials.ts'
import type { contract } from './contract.ts'
import { moveSubtree } from './move.ts'
import { childPath, nextPath } from './path.ts'
import { getOrg, mayManage } from './queries.ts'
import { isOfTrade, kinds, type OrgKind, shortNameOf, standsUnder } from './words.ts'

type Actions = Pick<Handlers<typeof contract, Ctx>, 'add' | 'rename' | 'move' | 'close'>
type Org = Awaited<ReturnType<typeof getOrg>>

/** The living union, locked until the transaction ends. @throws Failure 403 out of reach, 404, 409 closed */
async function takeOrg(ctx: Ctx, id: string): Promise<Org> {
  const org = await getOrg(ctx, { id })
  if (!mayManage(ctx, org.path)) fail(403, `${org.name}不在您能调整的范围内，请联系上一级工会`)
  await ctx.tx
    .selectFrom('orgs')
    .select('id')
    .where('federation_id', '=', org.federation_id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(409, `${org.name}已于 ${org.valid_to} 撤销，不能再改`)
  return org
}

/** The union under which something is to stand; one's own will do. */
async function takeParent(ctx: Ctx, id: string, kind: OrgKind, form?: string | null): Promise<Org> {
  const parent = await getOrg(ctx, { id })
  if (!isUnder(parent.path, ctx.actor.orgPath)) fail(403, `${parent.name}不在您的辖区内，请联系上一级工会`)
  if (parent.valid_to !== null && parent.valid_to <= ctx.today) fail(409, `${parent.name}已经撤销，请另选上级单位`)
  if (!standsUnder(kind, form, parent.kind)) {
    fail(422, `${kinds[kind]}不能直接设在${kinds[parent.kind]}下面，请另选上级单位`)
  }
  await ctx.tx
    .selectFrom('orgs')
    .select('id')
    .where('federation_id', '=', parent.federation_id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return parent
}

const livingNamesake = (ctx: Ctx, parentId: string | null, name: string, except?: string) =>
  ctx.tx
    .selectFrom('orgs')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('name', '=', name)
    .where('valid_to', 'is', null)
    .$if(except !== undefined, (q) => q.where('id', '!=', except ?? ''))
    .executeTakeFirst()

/** The union's own code, never its employer's (D:B4). @throws Failure 422 */
export function unionCode(raw: string | undefined): string | null {
  if (!raw) return null
  const code = checkCreditCode(raw)
  if (!code.ok) return fail(422, code.reason)
  return code.isUnion
    ? code.value
    : fail(422, '这是企业的信用代码。工会自己的代码以 81 开头，请填工会法人证书上的代码，没有就空着')
}

/** The path for one more child. @throws Failure 409 when the code was given before */
async function pathUnder(ctx: Ctx, parent: Org, code: string | undefined): Promise<string> {
  const siblings = await ctx.tx
    .selectFrom('orgs')
    .select('path')
    .where('federation_id', '=', parent.federation_id)
    .where('parent_id', '=', parent.id)
    .execute()
  const paths = siblings.map((sibling) => sibling.path)
  const wanted = code ? childPath(parent.path, code) : nextPath(parent.path, paths)
  if (paths.includes(wanted)) fail(409, `编号 ${code} 在${parent.name}下面已经用过，请换一个，或空着由系统编号`)
  return wanted
}

const add: Actions['add'] = async (ctx, input) => {
  const parent = await takeParent(ctx, input.parentId, input.kind, input.form)
  if (await livingNamesake(ctx, parent.id, input.name))
    fail(409, `${parent.name}下面已经有“${input.name}”，请直接使用，或换一个名称`)
  const id = uuidv7()
  const path = await pathUnder(ctx, parent, input.code)
  const shortName = input.shortName || shortNameOf(input.name)
  await ctx.tx
    .insertInto('orgs')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      parent_id: parent.id,
      path,
      kind: input.kind,
      code: path.slice(parent.path.length, -1),
      name: input.name,
      short_name: shortName,
      initials: initialsOf(shortName),
      grade: input.kind === 'community' ? (input.grade ?? null) : null,
      form:
        input.kind === 'enterprise' || (input.kind === 'community' && isOfTrade(input.form))
          ? (input.form ?? null)
          : null,
      credit_code: unionCode(input.creditCode),
      founded_on: input.foundedOn ?? null,
      valid_from: input.on ?? ctx.today,
    })
    .execute()
  ctx.audit = { line: 'orgs', recordId: id, reason: `新增 ${input.name}` }
  return { id, path }
}

/** The former name stays findable, with the day until which it was used. */
const rename: Actions['rename'] = async (ctx, { id, name, shortName, on = ctx.today }) => {
  const org = await takeOrg(ctx, id)
  if (await livingNamesake(ctx, org.parent_id, name, id)) fail(409, `同一上级下已经有“${name}”，请换一个名称`)
  const former = await ctx.tx
    .selectFrom('org_codes')
    .select(({ fn }) => fn.max('valid_to').as('until'))
    .where('federation_id', '=', org.federation_id)
    .where('org_id', '=', id)
    .where('system', '=', 'name')
    .executeTakeFirst()
  const since = former?.until ?? org.valid_from
  if (on < since) fail(422, `更名日期不能早于 ${since}，那是现在这个名称开始使用的日子`)
  if (on > ctx.today) fail(422, '更名日期不能晚于今天')
  const short = shortName || shortNameOf(name)
  await ctx.tx
    .insertInto('org_codes')
    .values({
      federation_id: org.federation_id,
      org_id: id,
      system: 'name',
      code: org.name,
      valid_from: since,
      valid_to: on,
    })
    .onConflict((c) => c.doNothing()) // renamed twice on one day: the name in between was never used
    .execute()
  await ctx.tx
    .updateTable('orgs')
    .set({ name, short_name: short, initials: initialsOf(short) })
    .where('federation_id', '=', org.federation_id)
    .where('id', '=', id)
    .execute()
  ctx.audit = { line: 'orgs', recordId: id, reason: `${org.name} 更名为 ${name}` }
  return { id, path: org.path }
}

/** Nothing may be left hanging: no matter under way in the subtree. @throws Failure 409 saying how many */
async function refuseOpenMatters(ctx: Ctx, org: Org): Promise<void> {
  const within = (column: 'org_path' | 'unit_path') =>
    ctx.tx
      .selectFrom('cases')
      .select('id')
      .where('federation_id', '=', org.federation_id)
      .where('is_open', '=', true)
      .where(column, '>=', org.path)
      .where(column, '<', endOf(org.path))
  const open = await within('org_path').union(within('unit_path')).limit(1000).execute()
  if (open.length > 0) fail(409, `${org.name}还有 ${open.length} 件事没有办完，请先办结或转办`)
}

const move: Actions['move'] = async (ctx, { id, parentId, on = ctx.today, reason }) => {
  const org = await takeOrg(ctx, id)
  if (org.kind === 'district' || org.kind === 'street') fail(422, `${kinds[org.kind]}不能改隶属`)
  const parent = await takeParent(ctx, parentId, org.kind, org.form)
  if (isUnder(parent.path, org.path)) fail(422, '不能移到自己或自己的下级下面')
  if (parent.id === org.parent_id) fail(409, `${org.name}已经在${parent.name}下面`)
  if (on <= org.valid_from || on > ctx.today) fail(422, `改隶属的日期要在 ${org.valid_from} 之后、今天之前（含今天）`)
  await refuseOpenMatters(ctx, org)
  const to = await pathUnder(ctx, parent, undefined)
  const newId = await moveSubtree(ctx, org.path, { parentId: parent.id, to, on })
  ctx.audit = { line: 'orgs', recordId: newId, reason: `${org.name} 改隶属到 ${parent.name}：${reason}` }
  return { id: newId, path: to }
}

const close: Actions['close'] = async (ctx, { id, on = ctx.today, reason }) => {
  const org = await takeOrg(ctx, id)
  if (org.kind !== 'community' && org.kind !== 'enterprise') fail(422, `${kinds[org.kind]}不能在这里撤销`)
  if (on < org.valid_from || on > ctx.today) fail(422, `撤销日期要在 ${org.valid_from} 到今天之间`)
  await refuseOpenMatters(ctx, org)
  const child = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', org.federation_id)
    .where('parent_id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (child) fail(409, `${org.name}下面还有${child.name}等单位，请先撤销或改隶属`)
  const members = await ctx.tx
    .selectFrom('persons')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('federation_id', '=', org.federation_id)
    .where('union_id', '=', id)
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  if (members.n > 0) fail(409, `${org.name}还有 ${members.n} 名会员，请先为他们办理转会或离会`)
  await ctx.tx
    .updateTable('orgs')
    .set({ valid_to: on })
    .where('federation_id', '=', org.federation_id)
    .where('id', '=', id)
    .execute()
  ctx.audit = { line: 'orgs', recordId: id, reason: `撤销 ${org.name}：${reason}` }
  return { id, path: org.path }
}

export const actions: Actions = { add, rename, move, close }
