import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { maskField } from '../../kernel/people/sealed.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { askers, endings, objections, refusals, retainReasons } from './rules/words.ts'

type Matter = OutputOf<typeof contract.get>
type Stint = Matter['stints'][number]
type Ending = keyof typeof endings

/** One matter with what happened, the clocks, whom it is about and the unions of that person, as far as the actor may see them. */
export async function getMatter(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const [names, person, stints] = await Promise.all([
    namesOf(ctx, row),
    personOf(ctx, id),
    listStints(ctx, row.person_id),
  ])
  return {
    ...matter,
    ...names,
    kind: row.kind,
    askedBy: askers[row.asked_by],
    was: row.was,
    reason: row.retain_reason && retainReasons[row.retain_reason],
    objection: row.objection && objections[row.objection],
    refusal: row.refusal && refusals[row.refusal],
    basis: row.basis_sealed && ctx.house.sealer.open(row.basis_sealed, `transfers.basis:${id}`),
    effectiveOn: row.effective_on,
    isReleasedBySilence: row.released_by_silence,
    person,
    stints,
  }
}

type Unions = {
  from_union_id: string
  to_union_id: string | null
  unit_path: string
  to_enterprise_id: string | null
}

async function namesOf(ctx: Ctx, row: Unions) {
  const named = await ctx.tx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('orgs as o')
        .select('o.name')
        .where('o.federation_id', '=', ctx.actor.federationId)
        .where('o.id', '=', row.from_union_id)
        .as('fromName'),
      eb
        .selectFrom('orgs as o')
        .select('o.name')
        .where('o.federation_id', '=', ctx.actor.federationId)
        .where('o.id', '=', row.to_union_id)
        .as('toName'),
      eb
        .selectFrom('orgs as o')
        .select('o.name')
        .where('o.federation_id', '=', ctx.actor.federationId)
        .where('o.path', '=', row.unit_path)
        .as('unitName'),
      eb
        .selectFrom('enterprises as e')
        .select('e.name')
        .where('e.federation_id', '=', ctx.actor.federationId)
        .where('e.id', '=', row.to_enterprise_id)
        .as('enterpriseName'),
    ])
    .executeTakeFirstOrThrow()
  return { ...named, fromName: named.fromName ?? '', unitName: named.unitName ?? '' }
}

type PersonRow = {
  id: string
  name: string
  sex: 'male' | 'female' | 'unknown'
  phone_sealed: string | null
  id_number_sealed: string | null
  in_reach: boolean
}

async function personOf(ctx: Ctx, id: string): Promise<Matter['person']> {
  const { rows } = await sql<PersonRow>`select * from nf_transfer_person(${id}::uuid)`.execute(ctx.tx)
  const [row] = rows
  if (!row) return null
  const { sealer } = ctx.house
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    phone: maskField(sealer, 'phone', row.id, row.phone_sealed),
    idNumber: maskField(sealer, 'id_number', row.id, row.id_number_sealed),
    isInReach: row.in_reach,
  }
}

type StintRow = Omit<Stint, 'ending'> & { reason: Ending | null }

/** The unions of a person, newest first, the present one on top; those that row-level security shows. Stints of no day are left out. */
export async function listStints(ctx: Ctx, personId: string): Promise<Stint[]> {
  const { rows } = await sql<StintRow>`
    select coalesce(o.name, '') as "unionName", s.kind, s.from_on as "fromOn", s.to_on as "toOn", s.reason
    from (
      select p.union_id, p.membership as kind, p.member_since as from_on, null::date as to_on, null as reason
      from persons p where p.federation_id = ${ctx.actor.federationId} and p.id = ${personId}::uuid and p.membership <> 'none'
      union all
      select m.union_id, m.kind, m.from_on, m.to_on, m.reason
      from past_memberships m where m.federation_id = ${ctx.actor.federationId} and m.person_id = ${personId}::uuid and m.to_on > m.from_on
    ) s left join orgs o on o.federation_id = ${ctx.actor.federationId} and o.id = s.union_id
    order by s.from_on desc, s.to_on desc nulls first limit 100`.execute(ctx.tx)
  return rows.map(({ reason, ...stint }) => ({ ...stint, ending: reason ? endings[reason] : '' }))
}

type Mine = OutputOf<typeof contract.mine>

/** The actor's own membership. */
export async function getMine(ctx: Ctx): Promise<Mine> {
  const [person, stints, open] = await Promise.all([
    ctx.tx
      .selectFrom('persons as p')
      .leftJoin('orgs as o', (join) =>
        join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.union_id'),
      )
      .select(['p.membership', 'p.member_since', 'p.joined_on', 'p.member_number', 'o.name'])
      .where('p.federation_id', '=', ctx.actor.federationId)
      .where('p.id', '=', ctx.actor.personId)
      .executeTakeFirst(),
    listStints(ctx, ctx.actor.personId ?? ''),
    ctx.tx
      .selectFrom('transfers')
      .select('id')
      .where('federation_id', '=', ctx.actor.federationId)
      .where('person_id', '=', ctx.actor.personId)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  ])
  const standing = person?.membership ?? 'none'
  return {
    standing,
    unionName: standing === 'none' ? null : (person?.name ?? null),
    since: person?.member_since ?? null,
    joinedOn: person?.joined_on ?? null,
    memberNumber: person?.member_number ?? null,
    stints,
    openId: open?.id ?? null,
  }
}
