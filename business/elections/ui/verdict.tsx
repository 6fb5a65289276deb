import type { Tally } from '../rules/count.ts'
import { faultsOf } from '../rules/faults.ts'
import { standardOf } from '../rules/rounds.ts'
import { verdictOf } from '../rules/verdict.ts'
import type { Duty, Purpose, RoundKind } from '../rules/words.ts'

interface VerdictProps {
  tally: Tally
  duty: Duty
  kind: RoundKind
  purpose: Purpose
  nameOf: (id: string) => string
}

/** Who is elected and why, or what does not add up, sentence by sentence. */
export function Verdict({ tally, duty, kind, purpose, nameOf }: VerdictProps) {
  const faults = faultsOf(tally, nameOf, standardOf(kind))
  const sentences = faults.length > 0 ? faults : verdictOf(tally, { duty, purpose, nameOf }, standardOf(kind)).sentences
  return (
    <div className={faults.length > 0 ? 'election-verdict election-verdict-bad' : 'election-verdict'} role="status">
      <p className="nf-small nf-soft">{faults.length > 0 ? '对不上，请核对' : '按规则'}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
