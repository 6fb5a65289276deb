import type { Insertable } from 'kysely'
import type { Sealer } from '../kernel/crypto/seal.ts'
import type { Enterprises, Orgs, Persons } from '../kernel/db/schema.gen.ts'
import { enterpriseInitials } from '../kernel/enterprises/name.ts'
import { newFormKindOf } from '../kernel/people/new-form-kinds.ts'
import { initialsOf, personInitials } from '../kernel/search/initials.ts'
import { sealedOf } from './cast.ts'
import { laterOf } from './days.ts'
import { allEnterprises, type Enterprise } from './enterprises.ts'
import { creditCodeOf } from './marks.ts'
import type { Person } from './persons.ts'
import { communities, communityRow, districtRow, FEDERATION, streetRow, streets } from './tree.ts'
import { jointUnionsOf, type Union } from './unions.ts'

type OrgRow = Insertable<Orgs>

/** The district, its streets and communities, and every base union: parents before children. */
export function orgRows(): OrgRow[] {
  const own = allEnterprises().filter(({ union }) => union && union.form !== 'joint')
  return [
    districtRow(),
    ...streets.map(streetRow),
    ...communities.map(communityRow),
    ...communities.flatMap((community) =>
      jointUnionsOf(community).map((union, k) => {
        const place = `${community.street.name}街道${community.name}社区`
        return unionRow(
          union,
          community,
          `${place}第${'一二三四五'[k]}联合工会委员会`,
          `${community.name}第${'一二三四五'[k]}联合工会`,
        )
      }),
    ),
    ...own.map(({ union, community, name, shortName }) =>
      unionRow(union!, community, `${name}工会委员会`, `${shortName}工会`),
    ),
  ]
}

/** A base union under its community; it stands in the tree from the day it was founded, or from the day its street was. */
export function unionRow(union: Union, parent: Enterprise['community'], name: string, shortName: string): OrgRow {
  return {
    federation_id: FEDERATION,
    id: union.id,
    parent_id: parent.id,
    path: union.path,
    kind: 'enterprise',
    code: union.code,
    name,
    short_name: shortName,
    initials: initialsOf(shortName),
    form: union.form,
    credit_code: creditCodeOf('81', union.number),
    sort: union.number,
    founded_on: union.foundedOn,
    valid_from: laterOf(union.foundedOn, parent.validFrom),
  }
}

export const enterpriseRow = (enterprise: Enterprise): Insertable<Enterprises> => ({
  federation_id: FEDERATION,
  id: enterprise.id,
  org_path: enterprise.community.path,
  union_id: enterprise.union?.id ?? null,
  credit_code: enterprise.creditCode,
  name: enterprise.name,
  initials: enterpriseInitials(enterprise.name),
  industry: enterprise.industry,
  headcount: enterprise.headcount,
  headcount_on: enterprise.headcountOn,
  headcount_source: enterprise.headcountSource,
  life: enterprise.life,
  is_new_form: enterprise.isNewForm,
  address: enterprise.address,
  opened_on: enterprise.openedOn,
  union_since: enterprise.union ? laterOf(enterprise.union.foundedOn, enterprise.openedOn) : null,
  closed_on: enterprise.closedOn,
})

export const personRow = (person: Person, sealer: Sealer): Insertable<Persons> => ({
  federation_id: FEDERATION,
  id: person.id,
  org_path: person.orgPath,
  name: person.name,
  initials: personInitials(person.name),
  ...sealedOf(sealer, person.id, person.idNumber, person.phone),
  sex: person.sex,
  birth_on: person.birthOn,
  enterprise_id: person.enterprise.id,
  union_id: person.isMember ? person.enterprise.union!.id : null,
  occupation: person.occupation,
  is_new_form: person.enterprise.isNewForm,
  collected_on: person.collectedOn,
  verified_on: person.verifiedOn,
  joined_on: person.joinedOn,
  left_on: person.leftOn,
  membership: person.isMember ? 'full' : 'none',
  member_since: person.isMember ? person.joinedOn : null,
  verified_level: person.verifiedOn ? 2 : 1,
  verified_channel: person.verifiedOn ? 'police' : 'format',
  new_form_kind: person.enterprise.isNewForm ? (newFormKindOf(person.occupation)?.code ?? '') : '',
})
