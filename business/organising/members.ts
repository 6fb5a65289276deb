import { sql } from 'kysely'
import { ageOn } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { actions as people } from '../../kernel/people/actions.ts'
import { checkDocument } from '../../kernel/people/checked.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { firmsOf } from './firms.ts'
import type { Heads } from './rules/form.ts'
import { steppedOf } from './steps.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>

/** How many handed in an application, and how many work at the employers; two statements. */
export async function headsOf(ctx: Ctx, foundingId: string): Promise<Heads> {
  const [members, firms] = await Promise.all([
    ctx.tx
      .selectFrom('founding_members as m')
      .innerJoin('persons as p', (join) =>
        join.onRef('p.federation_id', '=', 'm.federation_id').onRef('p.id', '=', 'm.person_id'),
      )
      .select([sql<number>`count(*)`.as('members'), sql<number>`count(*) filter (where p.sex = 'female')`.as('women')])
      .where('m.federation_id', '=', ctx.actor.federationId)
      .where('m.founding_id', '=', foundingId)
      .executeTakeFirstOrThrow(),
    firmsOf(ctx, foundingId),
  ])
  return { ...members, employees: firms.reduce((sum, { headcount }) => sum + headcount, 0) }
}

/** Everybody who handed in an application. */
export async function listedFor(ctx: Ctx, foundingId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('founding_members')
    .select('person_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('founding_id', '=', foundingId)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Puts workers of the employers on the list of those who handed in an application. */
export async function recruit(ctx: Ctx, input: Input<'recruit'>): Promise<OutputOf<typeof contract.recruit>> {
  const ids = [...new Set(input.personIds)]
  const row = await advance(ctx, caseLine, 'recruit', input.id, { note: `交来入会申请书 ${ids.length} 份` })
  const added = await enlist(ctx, row, ids, input.handedOn)
  return { ...steppedOf(row), added }
}

/** One worker by name and number: found in the register, or entered there first. */
export async function enrol(ctx: Ctx, input: Input<'enrol'>): Promise<OutputOf<typeof contract.enrol>> {
  const row = await advance(ctx, caseLine, 'recruit', input.id, { note: '交来入会申请书 1 份' })
  const firms = await firmsOf(ctx, row.id)
  const enterpriseId = input.enterpriseId ?? (firms.length === 1 ? firms[0]?.id : undefined)
  if (!enterpriseId || !firms.some(({ id }) => id === enterpriseId)) fail(422, '请选这名职工在哪家单位上班')
  const found = await knownWorker(ctx, input)
  const { id, warnings } =
    found ??
    (await people.add(ctx, {
      name: input.name,
      idNumber: input.idNumber,
      enterpriseId,
      ...(input.phone ? { phone: input.phone } : {}),
    }))
  await enlist(ctx, row, [id], input.handedOn)
  ctx.audit = { line: 'organising', recordId: row.id, reason: '登记一名会员' }
  return { ...steppedOf(row), warnings }
}

/** Who bears the number within reach. @throws Failure 422 a wrong number, or one that belongs to another name */
async function knownWorker(ctx: Ctx, input: Input<'enrol'>): Promise<{ id: string; warnings: string[] } | null> {
  const { idNumber } = checkDocument({ idNumber: input.idNumber }, ctx.today)
  const { index } = sealField(ctx.house.sealer, 'id_number', input.id, idNumber ?? null)
  const person = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id_number_index', '=', index)
    .executeTakeFirst()
  if (!person) return null
  if (person.name !== input.name) fail(422, '这个证件号码登记的是另一个名字，请核对姓名和号码')
  return { id: person.id, warnings: [] }
}

/** @returns how many were not on the list yet @throws Failure 422/409 saying who may not be put on it and why */
async function enlist(ctx: Ctx, founding: FoundingRow, ids: readonly string[], handedOn = ctx.today): Promise<number> {
  if (handedOn > ctx.today) fail(422, '交申请书的日期不能晚于今天')
  const firms = await firmsOf(ctx, founding.id)
  const workers = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'enterprise_id', 'membership', 'birth_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', ids)
    .execute()
  if (workers.length < ids.length) fail(422, '有人不在登记册里，或不在您的辖区，请重新选择')
  const mayComeFromOutside = founding.form === 'new_form' || founding.form === 'industry'
  const isOutside = (id: string | null) => !mayComeFromOutside && !firms.some((firm) => firm.id === id)
  refuseSome(workers.filter((one) => isOutside(one.enterprise_id)).length, '不是这些单位的职工，请先改工作单位')
  refuseSome(workers.filter((one) => one.membership === 'full').length, '已经是别的工会的会员，请先办转会')
  const isChild = (birthOn: string | null) => birthOn !== null && ageOn(birthOn, ctx.today) < 16
  refuseSome(
    workers.filter((one) => isChild(one.birth_on)).length,
    '未满 16 周岁，可能是童工，请马上核实并报告区总工会权益保障部',
  )
  await refuseTwice(ctx, founding.id, ids)
  const added = await ctx.tx
    .insertInto('founding_members')
    .values(
      ids.map((person_id) => ({
        federation_id: ctx.actor.federationId,
        founding_id: founding.id,
        person_id,
        handed_on: handedOn,
        added_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0)
}

const refuseSome = (count: number, why: string): void => {
  if (count > 0) fail(422, `有 ${count} 人${why}`)
}

/** Nobody stands on the lists of two foundings at once. */
async function refuseTwice(ctx: Ctx, foundingId: string, ids: readonly string[]): Promise<void> {
  const other = await ctx.tx
    .selectFrom('founding_members as m')
    .innerJoin('organising as o', (join) =>
      join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.id', '=', 'm.founding_id'),
    )
    .select('o.number')
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('m.person_id', 'in', ids)
    .where('o.id', '<>', foundingId)
    .where('o.union_id', 'is', null)
    .where('o.closed_at', 'is', null)
    .executeTakeFirst()
  if (other) fail(409, `有人已在另一件建会的名单里（${other.number}），请先从那里移出`)
}

/** Takes somebody off the list who took the application back or left. */
export async function unrecruit(ctx: Ctx, input: Input<'unrecruit'>): Promise<OutputOf<typeof contract.unrecruit>> {
  const row = await advance(ctx, caseLine, 'unrecruit', input.id, { note: input.note })
  const gone = await ctx.tx
    .deleteFrom('founding_members')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('founding_id', '=', row.id)
    .where('person_id', '=', input.personId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) fail(409, '名单里已经没有这个人，请刷新后再看')
  return steppedOf(row)
}
