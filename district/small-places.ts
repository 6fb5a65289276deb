import { communitiesOf, FEDERATION, type Place, district as root, streetOf } from './tree.ts'

/** A union of the small district; the places are those of the large one. */
export type SmallOrg = { federationId: string; id: string; path: string; code: string; name: string; shortName: string }

const orgAt = ({ id, path, code }: Place, name: string, shortName: string): SmallOrg => ({
  federationId: FEDERATION,
  id,
  path,
  code,
  name,
  shortName,
})

export const district = orgAt(root, root.name, '区总工会')

const street = (code: string) => {
  const place = streetOf(code)
  return orgAt(place, `龙岗区${place.name}街道总工会`, `${place.name}街道`)
}

const community = (streetCode: string, code: string) => {
  const place = communitiesOf(streetCode).find((one) => one.code === code)!
  return orgAt(place, `${place.street.name}街道${place.name}社区工联会`, `${place.name}社区`)
}

/** Three streets with three communities each. */
export const streets = { pinghu: street('003'), jihua: street('018'), longcheng: street('015') }
export const communities = {
  bainikeng: community('003', '008'),
  hehua: community('003', '013'),
  fuchengao: community('003', '009'),
  gankeng: community('018', '003'),
  shuijing: community('018', '006'),
  sanlian: community('018', '004'),
  huanggekeng: community('015', '011'),
  ailian: community('015', '001'),
  shengping: community('015', '008'),
}
