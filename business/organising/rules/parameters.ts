import { type Dated, inForce } from '../../../kernel/calendar/dated.ts'
import type { Day } from '../../../kernel/calendar/days.ts'

export type Threshold = Dated & {
  /** People. */
  from: number
  title: string
}

/** Numbers that decide a union's shape, dated; shown beside what they decide (D:C1.1). */
const thresholds = {
  committee: [
    { from: 25, title: '应建立基层工会委员会', source: '《工会法》第十一条', sure: 'K', validFrom: '2022-01-01' },
  ],
  womenCommittee: [
    {
      from: 10,
      title: '应建立女职工委员会',
      source: '《工会女职工委员会工作条例》：有女会员十人以上',
      sure: 'K',
      validFrom: '2022-01-01',
    },
  ],
  fullTimeChair: [
    {
      from: 200,
      title: '可以设专职工会主席',
      source: '《工会法》第十四条：职工二百人以上',
      sure: 'K',
      validFrom: '2022-01-01',
    },
  ],
  congress: [
    {
      from: 100,
      title: '可以召开会员代表大会',
      source: '《基层工会会员代表大会条例》：会员一百人以上',
      sure: 'K',
      validFrom: '2019-01-15',
    },
  ],
  founding: [
    {
      from: 3,
      title: '可以开会选举',
      source: '至少能选出主席、经审委员、女职工委员；人数由区总工会确认',
      sure: 'U',
      validFrom: '2022-01-01',
    },
  ],
} as const satisfies Record<string, readonly Threshold[]>

export type ThresholdName = keyof typeof thresholds

/** The version of a threshold that holds on a day. @throws RangeError before the first version */
export const thresholdAt = (name: ThresholdName, day: Day): Threshold => inForce<Threshold>(thresholds[name], day)

/** How many sit on a committee of a union with so many members: 工会基层组织选举工作条例第九条. Newest numbers first. */
export const committeeBands = [
  { members: 50_001, fewest: 37, most: 45 },
  { members: 10_001, fewest: 29, most: 37 },
  { members: 5_001, fewest: 21, most: 29 },
  { members: 1_001, fewest: 15, most: 21 },
  { members: 201, fewest: 7, most: 15 },
  { members: 25, fewest: 3, most: 7 },
  { members: 0, fewest: 3, most: 5 },
] as const
export const committeeSource = '《工会基层组织选举工作条例》第九条'
