import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { factsOf, lastDayOf, type YearFacts } from './facts.ts'
import { takeFederation, told } from './federation.ts'
import { checklistSource, type Facts, itemsAt, tally } from './rules/checklist.ts'
import { parameterAt } from './rules/parameters.ts'
import type { ItemState } from './rules/words.ts'

type List = OutputOf<typeof contract.checklist>
type Told = { item: string; state: ItemState; evidence: string; note: string; confirmed_by: string | null }

/** The facts of a year as the rules of the list want them. */
const factsFor = (ctx: Ctx, facts: YearFacts, year: number): Facts => {
  const day = lastDayOf(ctx, year)
  return { ...facts, day, committeeLeast: parameterAt('committee', day).value }
}

const toldOf = (ctx: Ctx, ids: readonly string[], year: number) =>
  ctx.tx
    .selectFrom('federation_checks')
    .select(['org_id', 'item', 'state', 'evidence', 'note', 'confirmed_by'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', 'in', ids)
    .where('year', '=', year)
    .execute()

/** The street checks what its federations confirmed, never what the same person confirmed. */
const mayCheck = (ctx: Ctx, org: { path: string }, one: Told | undefined): boolean =>
  one !== undefined &&
  one.confirmed_by !== ctx.actor.personId &&
  isUnder(org.path, ctx.actor.orgPath) &&
  (ctx.actor.role === 'street_officer' || ctx.actor.role === 'district_officer')

/** The standard of a year, item by item, with the record behind each. @throws Failure 404 */
export async function listItems(ctx: Ctx, id: string, year: number): Promise<List> {
  const org = await takeFederation(ctx, id)
  const [facts, told] = await Promise.all([factsOf(ctx, [id], year), toldOf(ctx, [id], year)])
  const known = facts.get(id)
  if (!known) throw new Error(`no facts of federation ${id}`)
  const items = itemsAt(lastDayOf(ctx, year)).map(({ code, title, group, by }) => {
    const shared = { code, title, group, isByRecord: by !== null }
    if (by) return { ...shared, ...by(factsFor(ctx, known, year)), note: '', mayCheck: false }
    const one = told.find(({ item }) => item === code)
    return {
      ...shared,
      state: one?.state ?? ('unknown' as const),
      record: one?.evidence ?? '',
      note: one?.note ?? '',
      mayCheck: mayCheck(ctx, org, one),
    }
  })
  return { source: checklistSource, items, ...tally(items.map(({ state }) => state)) }
}

/** How many items are met, not met and open, for many federations at once. */
export async function talliesOf(ctx: Ctx, facts: ReadonlyMap<string, YearFacts>, year: number) {
  const told = facts.size === 0 ? [] : await toldOf(ctx, [...facts.keys()], year)
  const byOrg = Map.groupBy(told, ({ org_id }) => org_id)
  const items = itemsAt(lastDayOf(ctx, year))
  return new Map(
    [...facts.values()].map((one) => {
      const own = byOrg.get(one.id) ?? []
      const states = items.map(
        ({ code, by }): ItemState =>
          by ? by(factsFor(ctx, one, year)).state : (own.find(({ item }) => item === code)?.state ?? 'unknown'),
      )
      return [one.id, tally(states)] as const
    }),
  )
}

function requireConfirmed(ctx: Ctx, item: string, year: number): void {
  const known = itemsAt(lastDayOf(ctx, year)).find(({ code }) => code === item)
  if (!known) fail(422, '清单里没有这一项，请刷新后再看')
  if (known.by) fail(422, '这一项由登记册里的记录得出，请到对应的登记里补齐，不用说明')
}

/** The federation says how it stands with an item; what the street had found before is open again. */
export async function confirmItem(
  ctx: Ctx,
  { id, year, item, evidence }: ParsedOf<typeof contract.confirmItem>,
): Promise<{ id: string }> {
  const org = await takeFederation(ctx, id, true)
  requireConfirmed(ctx, item, year)
  if (year > Number(ctx.today.slice(0, 4))) fail(422, '不能说明以后年度的情况，请选今年或以前')
  const set = {
    state: 'confirmed' as const,
    evidence,
    confirmed_by: ctx.actor.personId,
    confirmed_at: ctx.now,
    checked_by: null,
    checked_at: null,
    note: '',
  }
  await ctx.tx
    .insertInto('federation_checks')
    .values({ federation_id: ctx.actor.federationId, org_id: id, org_path: org.path, year, item, ...set })
    .onConflict((c) => c.columns(['federation_id', 'org_id', 'year', 'item']).doUpdateSet(set))
    .execute()
  told(ctx, id, `规范化清单 ${year} 年 ${item} 说明`)
  return { id }
}

/** @throws Failure 409 nothing was said yet or it was checked already, 422 the one who said it */
export async function checkItem(
  ctx: Ctx,
  { id, year, item, isMet, note }: ParsedOf<typeof contract.checkItem>,
): Promise<{ id: string }> {
  await takeFederation(ctx, id, true)
  requireConfirmed(ctx, item, year)
  const [one] = (await toldOf(ctx, [id], year)).filter((row) => row.item === item)
  if (!one) return fail(409, '工联会还没有说明这一项，说明后再核查')
  if (one.state !== 'confirmed') fail(409, '这一项已经核查过，请刷新后再看')
  if (one.confirmed_by === ctx.actor.personId) fail(422, '说明和核查要由两个人做，请交给同事')
  if (!isMet && !note) fail(422, '没有达到的，请写明差在哪里')
  await ctx.tx
    .updateTable('federation_checks')
    .set({ state: isMet ? 'met' : 'not_met', note, checked_by: ctx.actor.personId, checked_at: ctx.now })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', id)
    .where('year', '=', year)
    .where('item', '=', item)
    .execute()
  told(ctx, id, `规范化清单 ${year} 年 ${item} 核查`)
  return { id }
}
