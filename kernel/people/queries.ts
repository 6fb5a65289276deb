import {
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import { endOf, reachOf, requireReach } from '../access/permissions.ts'
import { isRole, roles } from '../access/roles.ts'
import { ageOn } from '../calendar/days.ts'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import { startsWith } from '../search/prefix.ts'
import { isInitials, tidyText } from '../search/words.ts'
import type { contract } from './contract.ts'
import { checkIdNumber, checkPhone } from './identity.ts'
import { permissions } from './permissions.ts'
import { reaches, whereReached } from './reach.ts'
import { maskField, tidyDocument } from './sealed.ts'
import { type Stage, stageOf } from './words.ts'

type Queries = Pick<Handlers<typeof contract, Ctx>, 'find' | 'list' | 'get'>
type Joined = Schema & { p: Schema['persons'] }

const selected = [
  'p.id',
  'p.name',
  'p.sex',
  'p.phone_sealed',
  'p.org_path',
  'p.enterprise_id',
  'p.is_new_form',
  'p.collected_on',
  'p.verified_on',
  'p.joined_on',
  'p.left_on',
  'o.name as org_name',
  'e.name as enterprise_name',
] as const

type People = SelectQueryBuilder<Joined, 'p', Selectable<Schema['persons']>>

/** People within reach, narrowed first, then with their union and firm: joining comes last, for a page and not for all. */
const persons = (ctx: Ctx, permission: string, narrow: (people: People) => People) =>
  ctx.tx
    .selectFrom((eb) =>
      narrow(
        eb
          .selectFrom('persons as p')
          .selectAll('p')
          .where('p.federation_id', '=', ctx.actor.federationId)
          .where('p.merged_into', 'is', null)
          .where(whereReached(requireReach(permissions, permission, ctx.actor), ctx.actor)),
      ).as('p'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.path', '=', 'p.org_path'),
    )
    .leftJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )

type Selected = Awaited<ReturnType<typeof rows>>[number]
const rows = (ctx: Ctx, permission: string) =>
  persons(ctx, permission, (people) => people)
    .select(selected)
    .execute()

function rowOf(ctx: Ctx, row: Selected) {
  const orgName = row.org_name ?? ''
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    phone: maskField(ctx.house.sealer, 'phone', row.id, row.phone_sealed),
    orgPath: row.org_path,
    orgName,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    stage: stageOf(row),
    isNewForm: row.is_new_form,
    context: [orgName, row.enterprise_name].filter(Boolean).join(' · '),
  }
}

/** What a search term can mean: a whole phone or document number by its blind index, the beginning of the initials or of the name. */
export function termOf(ctx: Ctx, text: string) {
  const typed = tidyText(text)
  const phone = checkPhone(typed)
  const resident = checkIdNumber(typed, ctx.today)
  const document = resident.ok ? resident.value : tidyDocument(typed)
  const { sealer } = ctx.house
  return (eb: ExpressionBuilder<Joined, 'p'>): Expression<SqlBool> => {
    if (phone.ok) return eb('p.phone_index', '=', sealer.blindIndex('phone', phone.value))
    if (/^(?=.*\d)[A-Z0-9()]{5,30}$/.test(document))
      return eb('p.id_number_index', '=', sealer.blindIndex('id', document))
    if (isInitials(typed))
      return eb.or([startsWith(eb.ref('p.initials'), typed.toLowerCase()), startsWith(eb.ref('p.name'), typed)])
    return startsWith(eb.ref('p.name'), typed)
  }
}

const isUnderPath = (path: string) => sql<SqlBool>`(p.org_path >= ${path} and p.org_path < ${endOf(path)})`

type Wanted = { text: string; under?: string | undefined; among?: readonly string[]; limit: number }

/**
 * People within reach by name, initials, whole phone or document number, below a path or among given people; at most `limit`. The term never leaves the
 * body of the request.
 */
export async function findPeople(ctx: Ctx, { text, under, among, limit }: Wanted) {
  if (among?.length === 0) return []
  const order = sql`p.name using ~<~, p.id`
  const found = await persons(ctx, 'people.find', (people) =>
    people
      .where(termOf(ctx, text))
      .$if(under !== undefined, (q) => q.where(isUnderPath(under ?? '.')))
      .$if(among !== undefined, (q) => q.where('p.id', 'in', among ?? []))
      .orderBy(order)
      .limit(limit),
  )
    .select(selected)
    .orderBy(order)
    .execute()
  return found.map((row) => rowOf(ctx, row))
}

const find: Queries['find'] = findPeople

const inStage: Record<Stage, RawStage> = {
  known: sql<SqlBool>`p.collected_on is null and p.verified_on is null and p.joined_on is null and p.left_on is null`,
  collected: sql<SqlBool>`p.collected_on is not null and p.verified_on is null and p.joined_on is null and p.left_on is null`,
  verified: sql<SqlBool>`p.verified_on is not null and p.joined_on is null and p.left_on is null`,
  member: sql<SqlBool>`p.joined_on is not null and p.left_on is null`,
  left: sql<SqlBool>`p.left_on is not null`,
}
type RawStage = ReturnType<typeof sql<SqlBool>>

const list: Queries['list'] = async (ctx, { under, stage, enterpriseId, after, limit }) => {
  const [path = '', id = ''] = (after ?? '').split('|')
  const found = await persons(ctx, 'people.find', (people) =>
    people
      .$if(under !== undefined, (q) => q.where(isUnderPath(under ?? '.')))
      .$if(stage !== undefined, (q) => q.where(inStage[stage ?? 'known']))
      .$if(enterpriseId !== undefined, (q) => q.where('p.enterprise_id', '=', enterpriseId ?? ''))
      .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(p.org_path, p.id::text) > (${path}, ${id})`))
      .orderBy('p.org_path')
      .orderBy(sql`p.id::text`)
      .limit(limit + 1),
  )
    .select(selected)
    .orderBy('p.org_path')
    .orderBy(sql`p.id::text`)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => rowOf(ctx, row)),
    next: found.length > limit && last ? `${last.org_path}|${last.id}` : null,
  }
}

/** One person within reach for `permission`, every column. @throws Failure 404 not there or out of sight, 403 in sight but out of reach */
export async function getPerson(ctx: Ctx, permission: string, id: string) {
  const reach = requireReach(permissions, permission, ctx.actor)
  const person = await ctx.tx
    .selectFrom('persons')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) fail(404, '没有找到这个人，可能不在您的辖区，请从列表重新进入')
  if (!reaches(reach, ctx.actor, person)) fail(403, '这个人不在您的范围内，请联系他所在的工会')
  return person
}

const postsOf = (ctx: Ctx, personId: string) =>
  ctx.tx
    .selectFrom('posts as t')
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 't.federation_id').onRef('o.id', '=', 't.org_id'),
    )
    .select(['t.id', 't.role', 't.title', 'o.name as orgName', 't.valid_from as validFrom', 't.valid_to as validTo'])
    .where('t.federation_id', '=', ctx.actor.federationId)
    .where('t.person_id', '=', personId)
    .orderBy('t.valid_from', 'desc')
    .limit(50)
    .execute()

const get: Queries['get'] = async (ctx, { id }) => {
  const person = await getPerson(ctx, 'people.read', id)
  const named = await persons(ctx, 'people.read', (people) => people.where('p.id', '=', id))
    .select(['o.name as org_name', 'e.name as enterprise_name'])
    .executeTakeFirstOrThrow()
  const may = (permission: string) => {
    const reach = reachOf(permissions, permission, ctx.actor)
    return reach !== null && reaches(reach, ctx.actor, person)
  }
  const posts = await postsOf(ctx, id)
  return {
    ...rowOf(ctx, { ...person, ...named }),
    idKind: person.id_kind,
    idNumber: maskField(ctx.house.sealer, 'id_number', id, person.id_number_sealed),
    birthOn: person.birth_on,
    age: person.birth_on === null ? null : ageOn(person.birth_on, ctx.today),
    unionId: person.union_id,
    occupation: person.occupation,
    collectedOn: person.collected_on,
    verifiedOn: person.verified_on,
    joinedOn: person.joined_on,
    leftOn: person.left_on,
    posts: posts.map((post) => ({ ...post, roleTitle: isRole(post.role) ? roles[post.role].title : post.role })),
    canReveal: may('people.reveal'),
    canEdit: may('people.edit'),
    canReleasePhone: person.phone_sealed !== null && may('people.releasePhone'),
  }
}

export const queries: Queries = { find, list, get }
