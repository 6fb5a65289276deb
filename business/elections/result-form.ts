import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable } from '../../kernel/exchange/export.ts'
import type { contract } from './contract.ts'
import { getElection } from './queries.ts'
import { outcomeOf } from './rules/rounds.ts'
import { duties, roundKinds } from './rules/words.ts'

type Election = OutputOf<typeof contract.get>
type Line = {
  round: Election['rounds'][number]
  name: string
  votes: readonly [number, number, number]
  result: string
}

const columns: readonly Column<Line>[] = [
  { title: '轮次', width: 7, kind: 'number', value: ({ round }) => round.round },
  { title: '投票', width: 10, value: ({ round }) => roundKinds[round.kind] },
  { title: '日期', width: 12, kind: 'day', value: ({ round }) => round.onDay },
  { title: '职务', width: 16, value: ({ round }) => duties[round.duty] },
  { title: '应选', width: 7, kind: 'number', value: ({ round }) => round.seats },
  { title: '应到', width: 7, kind: 'number', value: ({ round }) => round.expected },
  { title: '实到', width: 7, kind: 'number', value: ({ round }) => round.attended },
  { title: '发出票', width: 8, kind: 'number', value: ({ round }) => round.issued },
  { title: '收回票', width: 8, kind: 'number', value: ({ round }) => round.returned },
  { title: '有效票', width: 8, kind: 'number', value: ({ round }) => round.valid },
  { title: '姓名或议案', width: 20, value: ({ name }) => name },
  { title: '赞成', width: 7, kind: 'number', value: ({ votes }) => votes[0] },
  { title: '反对', width: 7, kind: 'number', value: ({ votes }) => votes[1] },
  { title: '弃权', width: 7, kind: 'number', value: ({ votes }) => votes[2] },
  { title: '结果', width: 14, value: ({ result }) => result },
]

/** 选举结果报告单 as a table: every round, every name, all figures. */
export async function exportResult(ctx: Ctx, { id }: { id: string }): Promise<OutputOf<typeof contract.export>> {
  const election = await getElection(ctx, id)
  const { document, rows } = await exportTable(ctx, {
    title: `选举结果报告单_${election.number}`,
    line: 'elections',
    columns,
    rows: linesOf(election),
    reason: '选举结果报告',
  })
  ctx.audit = { ...ctx.audit, recordId: id }
  return { documentId: document.id, name: document.name, rows }
}

function linesOf(election: Election): Line[] {
  const byId = new Map(election.candidates.map((one) => [one.id, one]))
  return election.rounds
    .filter(({ isCounted }) => isCounted)
    .flatMap((round) => {
      const { verdicts } = outcomeOf(round, (one) => byId.get(one)?.isWriteIn ?? false)
      return round.votes
        .map(({ candidateId, approve, against, abstain }) => ({
          round,
          place: byId.get(candidateId)?.position ?? 0,
          name: byId.get(candidateId)?.name ?? '',
          votes: [approve, against, abstain] as const,
          result: resultWords(election.purpose, verdicts.get(candidateId)),
        }))
        .sort((a, b) => a.place - b.place)
    })
}

function resultWords(purpose: Election['purpose'], verdict: string | undefined): string {
  if (purpose === 'recall') return verdict === 'elected' ? '罢免通过' : '罢免未通过'
  if (purpose === 'vote') return verdict === 'elected' ? '通过' : '未通过'
  if (verdict === 'elected') return '当选'
  return verdict === 'tied' ? '同票，再投' : '未当选'
}
