import { type Selectable, sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Persons } from '../../kernel/db/schema.gen.ts'
import { maskField } from '../../kernel/people/sealed.ts'
import { sexes, stageOf, stages } from '../../kernel/people/words.ts'
import type { contract } from './contract.ts'

type Subject = OutputOf<typeof contract.finding>['subjects'][number]
type Fact = Subject['facts'][number]

const MOST = 20
const membershipWords = { full: '会员', pooled: '待接收', retained: '保留会籍', none: '不是会员' } as const

/** The records of a finding within reach, as they are compared side by side: people masked. */
export async function subjectsOf(ctx: Ctx, findingId: string): Promise<Subject[]> {
  const subjects = await ctx.tx
    .selectFrom('clean_up_subjects')
    .select(['subject_id', 'subject'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('finding_id', '=', findingId)
    .orderBy('subject_id')
    .limit(MOST)
    .execute()
  const ids = subjects.map(({ subject_id }) => subject_id)
  switch (subjects[0]?.subject) {
    case 'person':
      return peopleOf(ctx, ids)
    case 'union':
      return unionsOf(ctx, ids)
    case 'firm':
      return firmsOf(ctx, ids)
    default:
      return []
  }
}

const facts = (pairs: readonly [string, string | null][]): Fact[] =>
  pairs.map(([term, value]) => ({ term, value: value || '没有登记' }))

async function peopleOf(ctx: Ctx, ids: readonly string[]): Promise<Subject[]> {
  const people = ctx.tx
    .selectFrom('persons as p')
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.union_id'),
    )
    .leftJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )
    .selectAll('p')
    .select(['o.name as union_name', 'e.name as firm_name'])
    .select(
      sql<number>`(select count(*) from cases c where c.federation_id = p.federation_id and c.owner_id = p.id)`.as(
        'matters',
      ),
    )
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('p.id', 'in', [...ids])
    .orderBy('p.id')
    .execute()
  const past = ctx.tx
    .selectFrom('past_memberships as m')
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.id', '=', 'm.union_id'),
    )
    .select(['m.person_id', 'o.name as union', 'm.kind', 'm.from_on as fromOn', 'm.to_on as toOn'])
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('m.person_id', 'in', [...ids])
    .orderBy('m.from_on')
    .execute()
  const [rows, stints] = await Promise.all([people, past])
  return rows.map((row) => ({
    id: row.id,
    subject: 'person',
    name: row.name,
    href: `/people/${row.id}`,
    facts: factsOf(ctx, row),
    stints: [
      ...stints.filter(({ person_id }) => person_id === row.id).map(({ person_id: _, ...stint }) => stint),
      ...(row.member_since
        ? [{ union: row.union_name ?? '', kind: row.membership, fromOn: row.member_since, toOn: null }]
        : []),
    ].map((stint) => ({ ...stint, kind: membershipWords[stint.kind as keyof typeof membershipWords] })),
  }))
}

type Person = Selectable<Persons> & { union_name: string | null; firm_name: string | null; matters: number }

const factsOf = (ctx: Ctx, row: Person): Fact[] =>
  facts([
    ['证件号码', maskField(ctx.house.sealer, 'id_number', row.id, row.id_number_sealed)],
    ['手机号', maskField(ctx.house.sealer, 'phone', row.id, row.phone_sealed)],
    ['性别', sexes[row.sex]],
    ['出生日期', row.birth_on],
    ['单位', row.firm_name],
    ['工会', row.union_name],
    ['会籍', membershipWords[row.membership]],
    ['阶段', stages[stageOf(row)]],
    ['采集日期', row.collected_on],
    ['认证日期', row.verified_on],
    ['入会日期', row.joined_on],
    ['经手的事', `${row.matters} 件`],
  ])

async function unionsOf(ctx: Ctx, ids: readonly string[]): Promise<Subject[]> {
  const rows = await ctx.tx
    .selectFrom('orgs as o')
    .select(['o.id', 'o.name', 'o.founded_on', 'o.credit_code'])
    .select(
      sql<number>`(select count(*) from persons p where p.federation_id = o.federation_id and p.union_id = o.id)`.as(
        'members',
      ),
    )
    .select(
      sql<
        string | null
      >`(select string_agg(e.name, '、') from (select name from enterprises e where e.federation_id = o.federation_id and e.union_id = o.id
        order by name limit 5) e)`.as('firms'),
    )
    .select(
      sql<
        string | null
      >`(select max(coalesce(t.extended_to, t.expires_on))::text from union_terms t where t.federation_id = o.federation_id and t.org_id = o.id)`.as(
        'term',
      ),
    )
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.id', 'in', [...ids])
    .orderBy('o.path')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: 'union',
    name: row.name,
    href: `/unions/union/${row.id}`,
    facts: facts([
      ['成立日期', row.founded_on],
      ['工会代码', row.credit_code],
      ['会员', `${row.members} 人`],
      ['企业', row.firms],
      ['任期到', row.term],
    ]),
    stints: [],
  }))
}

async function firmsOf(ctx: Ctx, ids: readonly string[]): Promise<Subject[]> {
  const rows = await ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'credit_code', 'headcount', 'headcount_on', 'address', 'opened_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: 'firm',
    name: row.name,
    href: `/enterprises/${row.id}`,
    facts: facts([
      ['信用代码', row.credit_code],
      ['人数', `${row.headcount} 人（${row.headcount_on}）`],
      ['地址', row.address],
      ['开业日期', row.opened_on],
    ]),
    stints: [],
  }))
}
