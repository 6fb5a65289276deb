import type { Day } from '../kernel/calendar/days.ts'
import { dayAt, numberOf } from './days.ts'
import { creditCodeOf } from './marks.ts'
import { brandOf, buildingIn, PLATFORMS, TRADES } from './names.ts'
import { between, pick, type Random, randomOf, seededId, weighted } from './random.ts'
import { type Band, ENTERPRISES, type HeadcountSource, type Life, recipe, type Segment } from './recipe.ts'
import { type Community, communities } from './tree.ts'
import { jointUnionOf, ownUnionOf, type Union } from './unions.ts'

export type Enterprise = {
  n: number
  id: string
  community: Community
  creditCode: string
  name: string
  shortName: string
  /** Letter of GB/T 4754. */
  industry: string
  headcount: number
  headcountOn: Day
  headcountSource: HeadcountSource
  band: Band
  life: Life
  isNewForm: boolean
  address: string
  openedOn: Day
  closedOn: Day | null
  union: Union | null
}

const firstOfSegment = recipe.map((_, i) => recipe.slice(0, i).reduce((sum, { count }) => sum + count, 0))
const newForm = recipe.map((_, i) => recipe.slice(0, i).reduce((sum, s) => sum + (s.isNewForm ? s.count : 0), 0))

const communityFor = weighted(communities.map((community) => [community, community.weight]))
const sourceFor = weighted<HeadcountSource>([
  ['social_insurance', 70],
  ['declared', 20],
  ['visit', 10],
])
const large = weighted([...'CCCCCCCCCC', ...'GGG', ...'IKMFLHEQ'].map((letter) => [letter, 1]))
const small = weighted([
  ...Object.entries({ F: 32, C: 26, L: 9, I: 7, M: 6, G: 6, E: 4, H: 4, O: 3, K: 2, R: 1, P: 1, Q: 0.5, N: 0.5 }),
])

/** The n-th enterprise of the district, n from 0 to 40 999: the same every time. @throws RangeError outside */
export function enterpriseAt(n: number): Enterprise {
  if (!(n >= 0 && n < ENTERPRISES)) throw new RangeError(`no enterprise ${n}`)
  const at = segmentAt(n)
  const segment = recipe[at]!
  const random = randomOf('enterprise', n)
  const life = segment.life ?? 'alive'
  const place = segment.isNewForm ? station(newForm[at]! + n - firstOfSegment[at]!) : firm(random, n, segment.band)
  const { openedOn, closedOn, foundedOn } = datesOf(random, segment)
  const headcount = Math.min(headcountIn(random, segment.band), segment.isNewForm ? 400 : 12_000)
  const id = seededId('enterprise', n)
  return {
    n,
    id,
    ...place,
    creditCode: creditCodeOf('91', n),
    headcount,
    headcountOn: headcountDay(random, openedOn, closedOn),
    headcountSource: sourceFor(random),
    band: segment.band,
    life,
    isNewForm: segment.isNewForm === true,
    address: `${place.community.street.name}街道${buildingIn(random, place.community.name)}`,
    openedOn,
    closedOn,
    union: unionFor(segment, place.community, n, foundedOn, random),
  }
}

function segmentAt(n: number): number {
  let at = recipe.length - 1
  while (n < firstOfSegment[at]!) at -= 1
  return at
}

/** Platform and community step through their lists at different paces, so that no pair comes twice. */
function station(s: number) {
  const platform = PLATFORMS[s % PLATFORMS.length]!
  const community = communities[(s * 40) % communities.length]!
  const street = community.street.name
  const where = community.name.startsWith(street) ? community.name : street + community.name
  const name = `${platform.brand}${platform.work}${where}站`
  return { community, name, shortName: name, industry: platform.industry }
}

function firm(random: Random, n: number, band: Band) {
  const community = communityFor(random)
  const industry = band === '<25' ? small(random) : large(random)
  const brand = brandOf(n)
  return { community, name: `深圳市${brand}${pick(random, TRADES[industry]!)}有限公司`, shortName: brand, industry }
}

const YEAR = { first: numberOf('2023-01-01'), last: numberOf('2023-12-31') }

function datesOf(random: Random, { organised, founded, life, isNewForm }: Segment) {
  const oldest = numberOf(isNewForm ? '2014-01-01' : '1998-01-01')
  if (life) {
    const opened = between(random, oldest, YEAR.first - 400)
    const foundedOn = organised === 'own' ? dayAt(between(random, opened, opened + 200)) : null
    return { openedOn: dayAt(opened), closedOn: dayAt(between(random, opened + 201, YEAR.last)), foundedOn }
  }
  if (organised !== 'own')
    return { openedOn: dayAt(between(random, oldest, YEAR.last - 31)), closedOn: null, foundedOn: null }
  const day = founded
    ? between(random, YEAR.first, YEAR.last)
    : between(random, oldest + (isNewForm ? 730 : 2_600), YEAR.first - 1)
  return { openedOn: dayAt(between(random, oldest, day - 60)), closedOn: null, foundedOn: dayAt(day) }
}

/** Heads of a living firm were counted in the second half of 2023, those of others before they closed. */
function headcountDay(random: Random, openedOn: Day, closedOn: Day | null): Day {
  const opened = numberOf(openedOn)
  if (closedOn) return dayAt(between(random, opened, numberOf(closedOn)))
  return dayAt(between(random, Math.max(opened, numberOf('2023-07-01')), numberOf('2023-12-25')))
}

/** Few are large: the tail of the large follows Pareto's law. */
function headcountIn(random: Random, band: Band): number {
  const u = 1 - random()
  if (band === '100+') return Math.floor(100 * u ** (-1 / 1.2))
  if (band === '25-99') return 25 + Math.floor(75 * (1 - u) ** 1.6)
  return 1 + Math.floor(24 * (1 - u) ** 1.3)
}

function unionFor(
  { organised, isNewForm }: Segment,
  community: Community,
  n: number,
  foundedOn: Day | null,
  random: Random,
) {
  if (organised === 'none') return null
  if (organised === 'joint') return jointUnionOf(community, Math.floor(random() * 1_000))
  return ownUnionOf(community, n, isNewForm ? 'new_form' : 'single', foundedOn!)
}

let known: readonly Enterprise[] | undefined

/** All enterprises of the district, made once when first asked for. */
export function allEnterprises(): readonly Enterprise[] {
  known ??= Array.from({ length: ENTERPRISES }, (_, n) => enterpriseAt(n))
  return known
}
