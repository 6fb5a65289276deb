import { useState } from 'react'
import { useForm } from '../../../../kit/api/index.ts'
import { FormPair, NumberField, TextField } from '../../../../kit/index.ts'
import { tallyOf } from '../../rules/rounds.ts'
import { duties, roundKinds } from '../../rules/words.ts'
import { type Election, isWriteInOf, nameIn, type Round, useElections } from '../place.ts'
import { Verdict } from '../verdict.tsx'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

type Typed = Partial<Pick<Round, 'issued' | 'returned' | 'valid'>> & {
  votes: Record<string, Partial<Record<Kind, number>>>
}
type Kind = 'approve' | 'against' | 'abstain'
const kinds: Record<Kind, string> = { approve: '赞成', against: '反对', abstain: '弃权' }

/** The count from the paper form, all duties at once; while it is typed the rules say who is elected, or what does not add up. */
export function TallyDialog(props: VerbProps) {
  const { election } = props
  const form = useForm(useElections().tally, {
    id: election.id,
    supervisors: election.supervisors,
    tellers: election.tellers,
  })
  const rounds = election.rounds.filter(({ round }) => round === election.round)
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(rounds.map((round) => [round.duty, { issued: round.attended, votes: {} }])),
  )
  const at = (duty: string): Typed => typed[duty] ?? { votes: {} }
  const more = { rounds: rounds.map((round) => entryOf(round, at(round.duty))) }
  return (
    <VerbFrame {...props} verb="tally" form={form} more={more} wide>
      <FormPair>
        <TextField label="监票人" hint="候选人不能监票、计票" max={100} {...form.text('supervisors')} required />
        <TextField label="计票人" max={100} {...form.text('tellers')} required />
      </FormPair>
      {rounds.map((round) => (
        <RoundEntry
          key={round.duty}
          election={election}
          round={round}
          typed={at(round.duty)}
          onChange={(next) => setTyped((old) => ({ ...old, [round.duty]: next }))}
        />
      ))}
    </VerbFrame>
  )
}

const votesOf = (round: Round, typed: Typed) =>
  round.votes.map(({ candidateId }) => ({
    candidateId,
    approve: typed.votes[candidateId]?.approve ?? 0,
    against: typed.votes[candidateId]?.against ?? 0,
    abstain: typed.votes[candidateId]?.abstain ?? 0,
  }))

/** What is sent: of papers typed in one by one only how many were given out, the rest is added up by the server. */
function entryOf(round: Round, typed: Typed) {
  const issued = typed.issued ?? 0
  if (round.ballots > 0) return { duty: round.duty, issued }
  return {
    duty: round.duty,
    issued,
    returned: typed.returned ?? 0,
    valid: typed.valid ?? 0,
    votes: votesOf(round, typed),
  }
}

interface RoundEntryProps {
  election: Election
  round: Round
  typed: Typed
  onChange: (typed: Typed) => void
}

function RoundEntry({ election, round, typed, onChange }: RoundEntryProps) {
  const isByBallots = round.ballots > 0
  const isWriteIn = isWriteInOf(election)
  const figures = { issued: typed.issued ?? 0, returned: typed.returned ?? 0, valid: typed.valid ?? 0 }
  const hasAny = typed.valid !== undefined && Object.keys(typed.votes).length > 0
  return (
    <section className="election-duty">
      <h3>
        {duties[round.duty]}
        <span className="nf-soft nf-small">
          {roundKinds[round.kind]}，应选 {round.seats} 名，实到 {round.attended} 人
        </span>
      </h3>
      <div className="election-papers-entry">
        <NumberField
          label="发出"
          unit="张"
          value={typed.issued}
          onChange={(issued) => onChange({ ...typed, issued })}
          required
        />
        {!isByBallots && (
          <NumberField
            label="收回"
            unit="张"
            value={typed.returned}
            onChange={(returned) => onChange({ ...typed, returned })}
            required
          />
        )}
        {!isByBallots && (
          <NumberField
            label="有效"
            unit="张"
            value={typed.valid}
            onChange={(valid) => onChange({ ...typed, valid })}
            required
          />
        )}
      </div>
      {isByBallots ? (
        <p className="nf-soft">已逐张录入 {round.ballots} 张，票数由系统加总，废票自动剔除。</p>
      ) : (
        <VotesEntry election={election} round={round} typed={typed} onChange={onChange} />
      )}
      {!isByBallots && hasAny && (
        <Verdict
          tally={tallyOf({ ...round, ...figures, votes: votesOf(round, typed) }, isWriteIn)}
          duty={round.duty}
          kind={round.kind}
          purpose={election.purpose}
          nameOf={nameIn(election)}
        />
      )}
    </section>
  )
}

function VotesEntry({ election, round, typed, onChange }: RoundEntryProps) {
  const nameOf = nameIn(election)
  const isWriteIn = isWriteInOf(election)
  const place = new Map(election.candidates.map(({ id, position }) => [id, position]))
  const rows = round.votes.toSorted((a, b) => (place.get(a.candidateId) ?? 0) - (place.get(b.candidateId) ?? 0))
  const put = (id: string, kind: Kind, value: number | undefined) =>
    onChange({ ...typed, votes: { ...typed.votes, [id]: { ...typed.votes[id], [kind]: value } } })
  return (
    <>
      <div className="election-entry election-entry-head" aria-hidden="true">
        <span>姓名</span>
        {Object.values(kinds).map((title) => (
          <span key={title}>{title}</span>
        ))}
      </div>
      {rows.map(({ candidateId }) => (
        <div key={candidateId} className="election-entry">
          <span>{nameOf(candidateId)}</span>
          {(Object.keys(kinds) as Kind[])
            .filter((kind) => kind === 'approve' || !isWriteIn(candidateId))
            .map((kind) => (
              <NumberField
                key={kind}
                label={`${nameOf(candidateId)}${kinds[kind]}`}
                compact
                value={typed.votes[candidateId]?.[kind]}
                onChange={(value) => put(candidateId, kind, value)}
              />
            ))}
        </div>
      ))}
    </>
  )
}
