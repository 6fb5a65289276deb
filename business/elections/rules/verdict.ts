import { countElection, type Outcome, quorumOf, type Standard, type Tally, unionStandard } from './count.ts'
import { type Duty, duties, type Purpose } from './words.ts'

type Asked = { duty: Duty; purpose: Purpose; nameOf: (id: string) => string }

/** Who is elected and why, sentence by sentence, as it is read out at the meeting. @param tally one ballot for one duty, free of faults */
export function verdictOf(
  tally: Tally,
  asked: Asked,
  standard: Standard = unionStandard,
): { outcome: Outcome; sentences: string[] } {
  const outcome = countElection(tally, standard)
  const { expected, attended } = tally
  const enough = `应到${expected}人，实到${attended}人，${outcome.isQuorate ? '达到' : '不足'}三分之二（${quorumOf(expected, standard)}人）`
  if (!outcome.isQuorate) return { outcome, sentences: [`${enough}，不能${verbOf(asked)}。`] }
  const bar = standard.majority ? `，过半数要${outcome.needed}票` : '，同票再投以得票多的当选'
  return { outcome, sentences: [`${enough}${bar}。`, ...linesOf(tally, outcome, asked), ...restOf(outcome, asked)] }
}

const verbOf = ({ purpose }: Asked) => (purpose === 'recall' ? '罢免' : purpose === 'vote' ? '表决' : '选举')

const won = ({ purpose, duty }: Asked): string => {
  if (purpose === 'recall') return `罢免${duties[duty]}通过`
  return purpose === 'vote' ? '通过' : `当选${duties[duty]}`
}

function linesOf(tally: Tally, outcome: Outcome, asked: Asked): string[] {
  const rows = tally.votes.toSorted((a, b) => b.approve - a.approve)
  return rows.map(({ id, approve }) => {
    const name = asked.nameOf(id)
    switch (outcome.verdicts.get(id)) {
      case 'elected':
        return `${name}赞成${approve}票，${won(asked)}。`
      case 'tied':
        return `${name}赞成${approve}票，与别人同票，名额不够，要再投一次。`
      case 'outvoted':
        return `${name}赞成${approve}票，票数靠后，没有当选。`
      default:
        return approve < outcome.needed
          ? `${name}赞成${approve}票，没有过半数。`
          : `${name}赞成${approve}票，没有当选。`
    }
  })
}

function restOf({ tied, open }: Outcome, asked: Asked): string[] {
  if (asked.purpose === 'recall' || asked.purpose === 'vote') return []
  if (tied.length > 0) return [`还有${open}个名额，由同票的${tied.map(asked.nameOf).join('、')}再投一次。`]
  return open > 0 ? [`还缺${open}名，可以另行选举，也可以经大会同意暂缺。`] : []
}
