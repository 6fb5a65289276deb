import type { Day } from '../../../kernel/calendar/days.ts'
import { committeeBands, committeeSource, type Threshold, type ThresholdName, thresholdAt } from './parameters.ts'
import type { Body, Form } from './words.ts'

/** Who has handed in an application, and how many work there. */
export type Heads = { members: number; women: number; employees: number }

/** One line of what the numbers ask for: reached or how many are missing, with its source. */
export type Need = Pick<Threshold, 'from' | 'title' | 'source' | 'sure'> & {
  name: ThresholdName
  have: number
  isReached: boolean
  /** What follows, in Chinese. */
  advice: string
}

const advices: Record<ThresholdName, { reached: string; below: (from: number) => string }> = {
  founding: { reached: '人数够开会选举', below: (from) => `不足 ${from} 人，先发展会员` },
  committee: {
    reached: '建立工会委员会',
    below: (from) => `不足 ${from} 人：可以单独建委员会，可以和别的单位联合，也可以选一名组织员`,
  },
  womenCommittee: {
    reached: '同时建立女职工委员会',
    below: (from) => `女会员不足 ${from} 人：设一名女职工委员`,
  },
  congress: {
    reached: '可以开会员代表大会，也可以开会员大会',
    below: (from) => `不足 ${from} 人：开会员大会`,
  },
  fullTimeChair: { reached: '可以设专职主席', below: (from) => `职工不足 ${from} 人：主席一般兼职` },
}

const counted: Record<ThresholdName, keyof Heads> = {
  founding: 'members',
  committee: 'members',
  womenCommittee: 'women',
  congress: 'members',
  fullTimeChair: 'employees',
}

/** What the numbers of a founding ask for on a day, each with its source (D:C1.1). 经审 is elected at the same meeting in every case. */
export function needsOf(heads: Heads, day: Day): Need[] {
  return (Object.keys(advices) as ThresholdName[]).map((name) => {
    const { from, title, source, sure } = thresholdAt(name, day)
    const have = heads[counted[name]]
    const isReached = have >= from
    return {
      name,
      from,
      title,
      source,
      sure,
      have,
      isReached,
      advice: isReached ? advices[name].reached : advices[name].below(from),
    }
  })
}

const reaches = (name: ThresholdName, have: number, day: Day): boolean => have >= thresholdAt(name, day).from

/** Which heads a union of so many members may have: an organiser only below the committee's threshold. */
export const bodiesFor = (members: number, day: Day): readonly Body[] =>
  reaches('committee', members, day) ? ['committee'] : ['committee', 'organiser']

/** Several employers make a joint or an industry union; one alone makes its own. @returns the sentence that says what to do, or undefined */
export function formFault(form: Form, firms: number): string | undefined {
  const isShared = form === 'joint' || form === 'industry'
  if (isShared && firms < 2) return '联合工会、行业工会要有两家以上单位，请再选单位，或改为单独建会'
  if (!isShared && firms > 1) return '几家单位一起建会，请选联合工会或行业工会'
  return undefined
}

/** May the meeting be called? @returns the sentence that says what to do, or undefined */
export function electionFault(body: Body, heads: Heads, day: Day): string | undefined {
  if (!bodiesFor(heads.members, day).includes(body)) {
    return `会员已有 ${heads.members} 人，达到 ${thresholdAt('committee', day).from} 人要建立工会委员会，不能只选组织员`
  }
  const least = body === 'organiser' ? 1 : thresholdAt('founding', day).from
  return heads.members < least ? `会员只有 ${heads.members} 人，至少 ${least} 人才能开会选举，请先发展会员` : undefined
}

/** How many are elected at the first meeting; the ranges are advice, the decision is written down with the election. */
export type Seats = { committee: { fewest: number; most: number }; audit: number; women: number }

/** Audit and women's committee are elected at the same meeting as the committee; small unions have one member each (D:C1.1). */
export function seatsFor(heads: Heads, day: Day): Seats {
  const band = committeeBands.find(({ members }) => heads.members >= members) ?? committeeBands.at(-1)
  return {
    committee: { fewest: band?.fewest ?? 3, most: band?.most ?? 5 },
    audit: reaches('committee', heads.members, day) ? 3 : 1,
    women: reaches('womenCommittee', heads.women, day) ? 3 : Math.min(heads.women, 1),
  }
}

type Chosen = { committee: number; vice: number; audit: number; women: number }

/** What is wrong with the seats chosen for an election, or undefined. */
export function seatsFault(body: Body, chosen: Chosen, heads: Heads, day: Day): string | undefined {
  if (body === 'organiser') return undefined
  const { committee, women } = seatsFor(heads, day)
  if (chosen.committee < committee.fewest || chosen.committee > committee.most) {
    return `会员 ${heads.members} 人，委员应为 ${committee.fewest} 至 ${committee.most} 名（${committeeSource}），请改委员名额`
  }
  if (chosen.audit < 1) return '经费审查委员要和委员会同时选举，请填经审委员名额，小的工会选 1 名'
  if (women > chosen.women) return `有女会员 ${heads.women} 人，要同时选女职工委员，至少 ${women} 名`
  return undefined
}

const brandOf = (firmName: string): string => firmName.replace(/^深圳市/, '').replace(/(股份)?有限(责任)?公司$/, '')

/** The name a union is given unless another is written: the firm's, or the place's with the first firm's for a joint one. */
export function nameFor(form: Form, firmName: string, placeName: string): string {
  if (form === 'industry') return `${placeName}行业工会委员会`
  return form === 'joint' ? `${placeName}${brandOf(firmName)}等单位联合工会委员会` : `${firmName}工会委员会`
}
