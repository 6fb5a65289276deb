import type { Insertable } from 'kysely'
import type { Day } from '../kernel/calendar/days.ts'
import type { OrgCodes, Orgs } from '../kernel/db/schema.gen.ts'
import { initialsOf } from '../kernel/search/initials.ts'
import { type CommunityData, type StreetData, streetData } from './communities.ts'
import { creditCodeOf } from './marks.ts'
import { randomOf, seededId } from './random.ts'

export const FEDERATION = '440307'

export type Place = { id: string; code: string; name: string; path: string; validFrom: Day; sort: number }
export type Street = Place & { share: number; data: StreetData }
export type Grade = 1 | 2 | 3 | 4
export type Community = Place & { street: Street; weight: number; grade: Grade; data: CommunityData }

/** The towns of Longgang became streets in August 2004; three streets were split off on 26 December 2016. */
const sinceOf = (data: StreetData): Day => (data.isNew ? '2016-12-26' : '2004-08-01')

export const district: Place = {
  id: seededId('org', 0),
  code: FEDERATION,
  name: '龙岗区总工会',
  path: `${FEDERATION}.`,
  validFrom: '2004-08-01',
  sort: 0,
}

/** The eleven streets in official order. */
export const streets: readonly Street[] = streetData.map((data, i) => ({
  id: seededId('org', 1 + i),
  code: data.code,
  name: data.name,
  path: `${district.path}${data.code}.`,
  validFrom: sinceOf(data),
  sort: 1 + i,
  share: data.share,
  data,
}))

/** Communities of each grade, the largest first: 9, 18, 45, and the other 39. */
const GRADES: readonly [Grade, number][] = [
  [1, 9],
  [2, 27],
  [3, 72],
  [4, 111],
]

/** The hundred and eleven communities, street by street. */
export const communities: readonly Community[] = withGrades(streets.flatMap(communitiesIn))

function communitiesIn(street: Street): Omit<Community, 'grade'>[] {
  const random = randomOf('community', Number(street.code))
  const sizes = street.data.communities.map(() => 0.6 + random())
  const sum = sizes.reduce((a, b) => a + b)
  return street.data.communities.map((data, i) => ({
    id: seededId('org', 1000 * Number(street.code) + Number(data.code)),
    code: data.code,
    name: data.name,
    path: `${street.path}${data.code}.`,
    validFrom: street.validFrom,
    sort: 1000 * street.sort + i,
    street,
    weight: (street.share * sizes[i]!) / sum,
    data,
  }))
}

function withGrades(all: Omit<Community, 'grade'>[]): Community[] {
  const ranks = new Map([...all].sort((a, b) => b.weight - a.weight).map((community, rank) => [community, rank]))
  return all.map((community) => ({
    ...community,
    grade: GRADES.find(([, bound]) => ranks.get(community)! < bound)![0],
  }))
}

const byCode = new Map(streets.map((street) => [street.code, street]))
const byPath = new Map(communities.map((community) => [community.path, community]))

/** The street with this three-digit code. @throws Error when there is none */
export function streetOf(code: string): Street {
  const street = byCode.get(code)
  if (!street) throw new Error(`no street ${code}`)
  return street
}

/** The communities of one street. */
export const communitiesOf = (streetCode: string): readonly Community[] =>
  communities.filter((community) => community.street.code === streetCode)

/** The community that a path leads to or through. @throws Error when there is none */
export function communityOf(path: string): Community {
  const community = byPath.get(path.split('.').slice(0, 3).join('.').concat('.'))
  if (!community) throw new Error(`no community in ${path}`)
  return community
}

const placeRow = (
  place: Place,
  level: 'district' | 'street' | 'community',
  parent: Place | null,
  names: [string, string],
) => ({
  federation_id: FEDERATION,
  id: place.id,
  parent_id: parent?.id ?? null,
  path: place.path,
  kind: level,
  code: place.code,
  name: names[0],
  short_name: names[1],
  initials: initialsOf(names[1]),
  credit_code: creditCodeOf('81', { district: 0, street: 1000, community: 2000 }[level] + place.sort),
  sort: place.sort,
  valid_from: place.validFrom,
})

export const districtRow = (): Insertable<Orgs> => placeRow(district, 'district', null, [district.name, '区总工会'])

export const streetRow = (street: Street): Insertable<Orgs> =>
  placeRow(street, 'street', district, [`龙岗区${street.name}街道总工会`, `${street.name}街道`])

export const communityRow = (community: Community): Insertable<Orgs> => ({
  ...placeRow(community, 'community', community.street, [
    `${community.street.name}街道${community.name}社区工联会`,
    `${community.name}社区`,
  ]),
  grade: community.grade,
})

/** The local numbering knew eight streets and ended with the division of December 2016; `valid_to` is the first day it is no longer there. */
const GRID = { valid_from: '2004-08-01', valid_to: '2016-12-26' } as const

/** One place, several numberings: the national table, the older local grid, and other names. */
export function codeRows(): Insertable<OrgCodes>[] {
  return [
    ...streets.flatMap((street) => codesOf(street, [street.code], street.data.grid)),
    ...communities.flatMap((community) => {
      const { street, code, data } = community
      return codesOf(
        community,
        [code, ...(data.also ?? [])].map((last) => street.code + last),
        data.grid,
        data.formerly,
      )
    }),
  ]
}

function codesOf(place: Place, numbers: string[], grid?: string, formerly?: string): Insertable<OrgCodes>[] {
  const row = (system: OrgCodes['system'], code: string) => ({
    federation_id: FEDERATION,
    org_id: place.id,
    system,
    code,
    valid_from: place.validFrom,
  })
  return [
    ...numbers.map((code) => row('nbs', FEDERATION + code)),
    ...(grid ? [{ ...row('grid', FEDERATION + grid), ...GRID }] : []),
    ...(formerly ? [row('name', `${formerly}社区`)] : []),
  ]
}
