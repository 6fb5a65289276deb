import { parameterAt } from './parameters.ts'

/** What a member says yes or no to, in plain words. */
export const questions = [
  '有事找工会，找得到人',
  '工会办了什么事，我知道',
  '遇到困难，工会帮得上忙',
  '工会的活动，我愿意参加',
  '总的来说，工会像自己的家',
] as const

export const answers = { good: '是的', fair: '一般', poor: '不是', unknown: '不清楚' } as const
export type Answer = keyof typeof answers
export const answerNames = Object.keys(answers) as Answer[]

export type Count = { question: number; answer: Answer; votes: number }
const weight: Readonly<Record<Exclude<Answer, 'unknown'>, number>> = { good: 1000, fair: 600, poor: 0 }

/** So many must rate for the result to count and to be shown: enough people, and enough of the members. */
export const leastVotes = (members: number, day: string): number =>
  Math.max(parameterAt('leastVotes', day), Math.ceil((members * parameterAt('leastShare', day)) / 100))

/** What the answers to one question, or to all, come to: 0 to 1000; 不清楚 counts for nothing; null when nobody knew. */
export function satisfactionOf(counts: readonly Count[]): number | null {
  const known = counts.filter(({ answer }) => answer !== 'unknown')
  const votes = known.reduce((sum, count) => sum + count.votes, 0)
  if (votes === 0) return null
  const reached = known.reduce((sum, { answer, votes: n }) => sum + n * (answer === 'unknown' ? 0 : weight[answer]), 0)
  return Math.floor(reached / votes)
}
