import { isQuorate, quorumOf, type Standard, type Tally, unionStandard, type Votes } from './count.ts'

const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0

/** What keeps a meeting from voting, or null (到会人数须达应到会人数的三分之二). */
export function faultOfAttendance(
  expected: number,
  attended: number,
  standard: Standard = unionStandard,
): string | null {
  if (!isCount(expected) || expected < 1) return '应到会人数至少是 1'
  if (!isCount(attended) || attended > expected) return `实到${attended}人，多于应到${expected}人，请核对`
  if (!isQuorate(attended, expected, standard))
    return `应到${expected}人，至少到会${quorumOf(expected, standard)}人才能选举，现在${attended}人，请改期`
  return null
}

/**
 * All that contradicts itself in one ballot for one duty, in sentences that say what to check; empty when it adds up (选举结果报告单的核对关系). Papers
 * returned may be fewer than issued, never more: then the ballot is void and is held again.
 * @param nameOf the name of a candidate, for the sentences
 */
export function faultsOf(tally: Tally, nameOf: (id: string) => string, standard: Standard = unionStandard): string[] {
  const { attended, issued, returned, valid } = tally
  const attendance = faultOfAttendance(tally.expected, attended, standard)
  const faults = attendance ? [attendance] : []
  if (![issued, returned, valid].every(isCount)) return [...faults, '发出、收回、有效票数要填整数']
  if (issued > attended) faults.push(`发出${issued}张，多于实到${attended}人`)
  if (returned > issued) faults.push(`收回${returned}张，多于发出${issued}张，这次投票无效，要重新投票`)
  if (valid > returned) faults.push(`有效${valid}张，多于收回${returned}张`)
  for (const votes of tally.votes) faults.push(...faultsOfVotes(votes, valid, nameOf(votes.id)))
  const marks = tally.votes.reduce((sum, { approve }) => sum + approve, 0)
  if (marks > tally.seats * valid)
    faults.push(`赞成合计${marks}，多于有效票${valid}张乘应选${tally.seats}名，请核对废票`)
  return faults
}

function faultsOfVotes({ approve, against, abstain, isWriteIn }: Votes, valid: number, name: string): string[] {
  if (![approve, against, abstain].every(isCount)) return [`${name}的票数要填整数`]
  const sum = approve + against + abstain
  if (isWriteIn) {
    if (against + abstain > 0) return [`${name}是选票上另写的，只记赞成票`]
    return approve > valid ? [`${name}赞成${approve}，多于有效票${valid}张`] : []
  }
  return sum === valid ? [] : [`${name}赞成、反对、弃权合计${sum}，应等于有效票${valid}张`]
}
