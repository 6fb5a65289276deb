import type { BulkRow } from '../../../district/insert.ts'
import { creditCodeOf } from '../../../district/marks.ts'
import { brandOf } from '../../../district/names.ts'
import { seededId } from '../../../district/random.ts'
import { communities } from '../../../district/tree.ts'
import { jointUnionOf } from '../../../district/unions.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import { enterpriseInitials } from '../../../kernel/enterprises/name.ts'

/** Opened some days before today, with so many workers; `kind` says what they are there to show. */
type Newcomer = {
  kind: 'settling' | 'broke' | 'stale' | 'leased' | 'small' | 'joined'
  openedDaysAgo: number
  headcount: number
  source: 'declared' | 'social_insurance' | 'visit'
}

const several = (count: number, make: (i: number) => Newcomer): Newcomer[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Firms that opened after 2023. Each of the larger ones has no union. */
const plan: readonly Newcomer[] = [
  ...several(3, (i) => ({
    kind: 'settling',
    openedDaysAgo: 165 - i * 50,
    headcount: 118 + i * 27,
    source: 'declared',
  })),
  { kind: 'broke', openedDaysAgo: 230, headcount: 126, source: 'declared' },
  { kind: 'stale', openedDaysAgo: 380, headcount: 132, source: 'declared' },
  { kind: 'leased', openedDaysAgo: 300, headcount: 140, source: 'declared' },
  ...several(12, (i) => ({
    kind: 'small',
    openedDaysAgo: 60 + i * 25,
    headcount: 26 + i * 4,
    source: i % 3 === 0 ? 'visit' : 'social_insurance',
  })),
  ...several(8, (i) => ({
    kind: 'joined',
    openedDaysAgo: 90 + i * 30,
    headcount: 27 + i * 5,
    source: 'social_insurance',
  })),
]

export const newcomerId = (n: number): string => seededId('coverage firm', n)
/** The one that hires out its workers, to be left out while it settles where they are counted. */
export const leased = plan.findIndex(({ kind }) => kind === 'leased')

const communityAt = (n: number) => communities[(n * 17) % communities.length] ?? communities[0]

/** Path of the community in which a newcomer works. */
export const newcomerPlace = (n: number): string => communityAt(n)?.path ?? ''

/** The newcomers as rows of the registry, spread over the communities; those that joined are in a joint union of theirs. */
export function newcomerRows(federationId: string, today: string): BulkRow[] {
  return plan.map(({ kind, openedDaysAgo, headcount, source }, n) => {
    const community = communityAt(n)
    if (!community) throw new Error('the district has no communities')
    const union = kind === 'joined' ? jointUnionOf(community, n) : null
    const name = `深圳市${brandOf(200_000 + n)}${n % 2 === 0 ? '电子科技' : '供应链管理'}有限公司`
    const openedOn = addDays(today, -openedDaysAgo)
    return {
      federation_id: federationId,
      id: newcomerId(n),
      org_path: community.path,
      union_id: union?.id ?? null,
      union_since: union ? addDays(openedOn, 40) : null,
      credit_code: creditCodeOf('91', 700_000 + n),
      name,
      initials: enterpriseInitials(name),
      industry: n % 2 === 0 ? 'C' : 'G',
      headcount,
      headcount_on: openedOn,
      headcount_source: source,
      life: 'alive',
      is_new_form: false,
      address: '',
      opened_on: openedOn,
    }
  })
}
