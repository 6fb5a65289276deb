import type { Insertable } from 'kysely'
import type { Sealer } from '../kernel/crypto/seal.ts'
import { asOwner, type Database } from '../kernel/db/database.ts'
import type { Enterprises, Orgs } from '../kernel/db/schema.gen.ts'
import { enterpriseInitials } from '../kernel/enterprises/name.ts'
import { initialsOf } from '../kernel/search/initials.ts'
import { castPersonRow, castPostRows } from './cast.ts'
import { insertRows } from './insert.ts'
import type { SmallFirm, SmallUnion } from './small-firms.ts'
import { small, smallPeople } from './small-people.ts'
import { communities, type SmallOrg, streets } from './small-places.ts'

export type { SmallFirm, SmallUnion } from './small-firms.ts'
export { type SmallPerson, small, smallPeople } from './small-people.ts'
export type { SmallOrg } from './small-places.ts'

/**
 * Fills an empty database with the small district and its neighbour.
 * @param sealer when absent, identity numbers and phones stay empty.
 */
export async function loadSmall(db: Database, sealer: Sealer | null = null): Promise<void> {
  const all: SmallFirm[] = [...Object.values(small.firms), small.other.firm]
  await asOwner(db, async (tx) => {
    await tx
      .insertInto('federations')
      .values(
        [small.district, small.other.district].map(({ code, name, shortName }) => ({
          id: code,
          name,
          short_name: shortName,
        })),
      )
      .execute()
    await insertRows(tx, 'orgs', [...placeRows(), ...unionRows(all)])
    await insertRows(tx, 'enterprises', all.map(firmRow))
    await insertRows(
      tx,
      'persons',
      smallPeople.map((person) => castPersonRow(person, sealer)),
    )
    await insertRows(tx, 'posts', smallPeople.flatMap(castPostRows))
  })
}

const orgRow = (org: SmallOrg, kind: Orgs['kind'], parentId: string | null, sort: number): Insertable<Orgs> => ({
  federation_id: org.federationId,
  id: org.id,
  parent_id: parentId,
  path: org.path,
  kind,
  code: org.code,
  name: org.name,
  short_name: org.shortName,
  initials: initialsOf(org.shortName),
  sort,
  valid_from: '2004-08-01',
})

function placeRows(): Insertable<Orgs>[] {
  const { other } = small
  const own = Object.values(streets)
  const parentOf = ({ path }: SmallOrg) => own.find((street) => path.startsWith(street.path))!.id
  const inside = Object.values(communities).map((place, i) => ({
    ...orgRow(place, 'community', parentOf(place), 10 + i),
    grade: 1 + (i % 4),
  }))
  return [
    orgRow(small.district, 'district', null, 0),
    ...own.map((street, i) => orgRow(street, 'street', small.district.id, 1 + i)),
    ...inside,
    orgRow(other.district, 'district', null, 0),
    orgRow(other.street, 'street', other.district.id, 1),
    { ...orgRow(other.community, 'community', other.street.id, 2), grade: 2 },
  ]
}

function unionRows(all: readonly SmallFirm[]): Insertable<Orgs>[] {
  const unions = new Map<string, SmallUnion>()
  for (const { union } of all) if (union) unions.set(union.id, union)
  return [...unions.values()].map((union, i) => ({
    ...orgRow(union, 'enterprise', union.parentId, 100 + i),
    form: union.form,
    founded_on: union.foundedOn,
    valid_from: union.foundedOn,
  }))
}

const firmRow = (firm: SmallFirm): Insertable<Enterprises> => ({
  federation_id: firm.federationId,
  id: firm.id,
  org_path: firm.orgPath,
  union_id: firm.union?.id ?? null,
  credit_code: firm.creditCode,
  name: firm.name,
  initials: enterpriseInitials(firm.name),
  industry: firm.industry,
  headcount: firm.headcount,
  headcount_on: '2023-10-31',
  headcount_source: 'social_insurance',
  life: firm.closedOn ? 'deregistered' : 'alive',
  is_new_form: firm.isNewForm,
  address: '',
  opened_on: '2008-03-01',
  closed_on: firm.closedOn,
})
