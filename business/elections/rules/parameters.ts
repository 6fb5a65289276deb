import type { Dated } from '../../../kernel/calendar/dated.ts'
import type { Ratio } from './count.ts'
import type { Duty } from './words.ts'

/** How many more candidates than seats a duty asks for, dated. `null`: 等额 or 差额, as the assembly decides. */
export type Differential = Dated & { duty: Duty | 'standing_committee'; extra: Ratio | null }

const rules = '《工会基层组织选举工作条例》'
const chairs = '《企业工会主席产生办法（试行）》第八条要求候选人多于应选人，条例允许等额或差额，以区总工会确认为准'

/** Newest last within a duty. */
export const differentials: readonly Differential[] = [
  { duty: 'committee', extra: [5, 100], validFrom: '2016-10-09', source: `${rules}：委员差额率不低于5%`, sure: 'F' },
  {
    duty: 'standing_committee',
    extra: [10, 100],
    validFrom: '2016-10-09',
    source: `${rules}：常务委员差额率不低于10%`,
    sure: 'F',
  },
  { duty: 'audit_committee', extra: [5, 100], validFrom: '2016-10-09', source: `${rules}：与委员同`, sure: 'U' },
  {
    duty: 'delegate',
    extra: [15, 100],
    validFrom: '2019-01-15',
    source: '《基层工会会员代表大会条例》，比例待核对',
    sure: 'U',
  },
  { duty: 'chair', extra: null, validFrom: '2016-10-09', source: chairs, sure: 'U' },
  { duty: 'vice_chair', extra: null, validFrom: '2016-10-09', source: `${rules}：可以等额或差额`, sure: 'K' },
  { duty: 'audit_chair', extra: null, validFrom: '2016-10-09', source: `${rules}：可以等额或差额`, sure: 'U' },
  {
    duty: 'women_committee',
    extra: null,
    validFrom: '2016-10-09',
    source: '《工会女职工委员会工作条例》，待核对',
    sure: 'U',
  },
  {
    duty: 'women_chair',
    extra: null,
    validFrom: '2016-10-09',
    source: '《工会女职工委员会工作条例》，待核对',
    sure: 'U',
  },
  { duty: 'motion', extra: null, validFrom: '2016-10-09', source: '议案逐项表决，无差额', sure: 'K' },
]

/** Delegates by members: from (members) → fewest and most delegates. */
export type DelegateBand = { members: number; fewest: number; most: number }

/** 基层工会会员代表大会条例（2019）: 100 to 200 members 30 to 40 delegates, and so on. */
export const delegateBands: readonly DelegateBand[] = [
  { members: 50_001, fewest: 180, most: 240 },
  { members: 10_001, fewest: 130, most: 180 },
  { members: 5_001, fewest: 90, most: 130 },
  { members: 1_001, fewest: 60, most: 90 },
  { members: 201, fewest: 40, most: 60 },
  { members: 100, fewest: 30, most: 40 },
]
export const delegateSource = '《基层工会会员代表大会条例》'

/** Members from which delegates may meet instead of all. */
export const CONGRESS_FROM = 100
