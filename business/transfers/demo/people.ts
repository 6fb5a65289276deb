import { sql } from 'kysely'
import { allEnterprises, type Enterprise } from '../../../district/enterprises.ts'
import { officers } from '../../../district/officers.ts'
import { communityOf } from '../../../district/tree.ts'
import type { Tx } from '../../../kernel/db/database.ts'

/** A union as the demonstration names it. */
export type Union = { id: string; path: string; name: string; enterpriseId: string | null }
/** A full member of an own union since before 2022. */
export type Member = { id: string; since: string; union: Union }

/** `count` members of own unions from all over the district, the same every time, none of them somebody with a part in the demonstration. */
export async function listMembers(tx: Tx, federationId: string, count: number): Promise<Member[]> {
  const rows = await tx
    .selectFrom('persons as p')
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.id', '=', 'p.union_id'),
    )
    .select(['p.id', 'p.member_since as since', 'p.enterprise_id as enterpriseId'])
    .select(['o.id as unionId', 'o.path', 'o.short_name as name'])
    .where('p.federation_id', '=', federationId)
    .where('p.membership', '=', 'full')
    .where('p.member_since', '<', '2022-01-01')
    .where('o.form', 'in', ['single', 'new_form'])
    .where(
      'p.id',
      'not in',
      officers.map((officer) => officer.personId),
    )
    .orderBy(sql`md5(p.id::text)`)
    .limit(count)
    .execute()
  return rows.map(({ id, since, enterpriseId, unionId, path, name }) => ({
    id,
    since: since ?? '2021-01-01',
    union: { id: unionId, path, name, enterpriseId },
  }))
}

/** Own unions of living firms that were there before anybody of the demonstration joined. */
export const oldUnions = (): Union[] =>
  allEnterprises()
    .filter(
      (firm) =>
        firm.life === 'alive' && firm.union && firm.union.form !== 'joint' && firm.union.foundedOn < '2012-01-01',
    )
    .map(unionOf)

export function unionOf(firm: Enterprise): Union {
  if (!firm.union) throw new Error(`${firm.name} has no union`)
  return { id: firm.union.id, path: firm.union.path, name: `${firm.shortName}工会`, enterpriseId: firm.id }
}

/** The community federation above an own union. */
export function upperUnion(path: string): Union {
  const community = communityOf(path)
  return { id: community.id, path: community.path, name: `${community.name}社区`, enterpriseId: null }
}
