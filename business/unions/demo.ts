import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { chair, shownFactory } from '../../district/officers.ts'
import { type Day, dayOf } from '../../kernel/calendar/days.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { plannedChanges, playChange } from './demo/changes.ts'
import { type PlannedUnion, planOf } from './demo/plan.ts'
import { addUnion, type Candidate, insertAll, noRows } from './demo/rows.ts'
import type { ChangeKind } from './rules/words.ts'

const CHUNK = 500
/** The district numbers its base unions from here; others came in use. */
const FIRST_NUMBER = 100_000
type Member = Candidate & { unionId: string; members: number }

/**
 * Terms, officers, certificates and profiles of the 4 841 base unions, and a handful of changes in every state. Unions that another line has given a
 * term already keep it.
 */
export const demo = {
  title: '工会台账：4 841 个基层工会的任期、干部和证书，在办变更 9 件',

  async isLoaded(house: House): Promise<boolean> {
    const rows = await house.db.owner
      .selectFrom('union_changes')
      .select('id')
      .where('federation_id', '=', house.federationId)
      .limit(plannedChanges.length)
      .execute()
    return rows.length === plannedChanges.length
  },

  /** Loaded again after an interruption it goes on: unions with a term are passed over, a change that was made is left as it is. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    const today = dayOf(house.clock())
    const unions = await listUnions(house)
    for (let at = 0; at < unions.length; at += CHUNK) {
      const chunk = unions.slice(at, at + CHUNK)
      await loadChunk(house, chunk, today)
      onProgress(Math.min(at + CHUNK, unions.length), unions.length + plannedChanges.length)
      await setImmediate()
    }
    await house.db.owner.executeQuery(
      sql`analyze union_terms, union_officers, union_certificates`.compile(house.db.owner),
    )
    for (const [n, change] of plannedChanges.entries()) {
      const [union] = await unionsFor(house, n)
      if (union && !(await isMade(house, union.id, change.kind))) await playChange(house, union, change, n)
      onProgress(unions.length + n + 1, unions.length + plannedChanges.length)
    }
  },
}

/** An earlier start may have made it, on another day. */
const isMade = async (house: House, orgId: string, kind: ChangeKind): Promise<boolean> =>
  (await house.db.owner
    .selectFrom('union_changes')
    .select('id')
    .where('federation_id', '=', house.federationId)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .executeTakeFirst()) !== undefined

/** Base unions without a term, in the order of the tree. */
async function listUnions(house: House): Promise<PlannedUnion[]> {
  const rows = await house.db.owner
    .selectFrom('orgs as o')
    .select(['o.id', 'o.path', 'o.sort as number', 'o.credit_code as creditCode'])
    .select([
      sql<Day>`greatest(o.founded_on, o.valid_from)`.as('foundedOn'),
      sql<boolean>`o.form is distinct from 'joint'`.as('isOwn'),
      sql<string | null>`case when o.form <> 'joint' then (select nullif(e.address, '') from enterprises e
        where e.federation_id = o.federation_id and e.union_id = o.id limit 1) end`.as('address'),
    ])
    .where('o.federation_id', '=', house.federationId)
    .where('o.kind', '=', 'enterprise')
    .where('o.founded_on', 'is not', null)
    .where('o.sort', '>=', FIRST_NUMBER)
    .where(
      sql<boolean>`not exists (select from union_terms t where t.federation_id = o.federation_id and t.org_id = o.id)`,
    )
    .orderBy('o.path')
    .execute()
  return rows
}

/** The first members of each union, at least one woman among them, and how many there are, up to forty. */
async function membersOf(house: House, ids: readonly string[]): Promise<Map<string, Member[]>> {
  const { rows } = await sql<Member>`select "unionId", id, name, sex, members from (
      select u.id as "unionId", p.id, p.name, p.sex, (count(*) over (partition by u.id))::int as members,
        row_number() over (partition by u.id order by p.id) as n, row_number() over (partition by u.id, p.sex order by p.id) as of_sex
      from unnest(${ids}::uuid[]) as u (id) cross join lateral (select id, name, sex from persons
        where federation_id = ${house.federationId} and union_id = u.id and membership = 'full' limit 40) p) m
    where n <= 5 or (sex = 'female' and of_sex <= 1) or (members = 40 and n <= 36) order by "unionId", n`.execute(
    house.db.owner,
  )
  return Map.groupBy(rows, ({ unionId }) => unionId)
}

async function loadChunk(house: House, chunk: readonly PlannedUnion[], today: Day): Promise<void> {
  const members = await membersOf(
    house,
    chunk.map(({ id }) => id),
  )
  const rows = noRows()
  for (const union of chunk) {
    const people = members.get(union.id) ?? []
    addUnion(rows, house, union, planOf(union, today), withShown(union, people), people[0]?.members ?? 0)
  }
  await asOwner(house.db, (tx) => insertAll(tx, rows))
}

/** 赵国栋, who opens the demonstration as the chair of his factory's union, is its chair. */
function withShown(union: PlannedUnion, people: readonly Candidate[]): readonly Candidate[] {
  if (union.id !== shownFactory.union?.id) return people
  const zhao = { id: chair.personId, name: chair.name, sex: chair.sex }
  return [zhao, ...people.filter(({ id }) => id !== zhao.id)]
}

/** The n-th change is asked for in the n-th of the communities that have a union with a running term, a certificate and no open change. */
async function unionsFor(house: House, n: number) {
  const { rows } = await sql<{ id: string; path: string; termExpiresOn: string }>`
    select o.id, o.path, t.expires_on as "termExpiresOn" from orgs o
      join union_terms t on t.federation_id = o.federation_id and t.org_id = o.id and t.ended_on is null and t.expires_on >= ${dayOf(house.clock())}
      join orgs c on c.federation_id = o.federation_id and c.id = o.parent_id and c.kind = 'community'
      left join union_certificates z on z.federation_id = o.federation_id and z.org_id = o.id and z.state = 'valid'
    where o.federation_id = ${house.federationId} and o.form = 'single' and o.sort % 9 = ${n} and (${n} < 5 or o.path >= '440307.01')
    order by z.id is null, c.path <> '440307.003.008.', o.path limit 1`.execute(house.db.owner)
  return rows
}
