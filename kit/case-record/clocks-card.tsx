import { Card } from '../card/card.tsx'
import { DeadlineBadge } from '../deadline-badge/deadline-badge.tsx'
import { Fact, Facts } from '../facts/facts.tsx'
import { exactWords, timeWords } from '../time/time-words.ts'

export interface CaseClock {
  name: string
  title: string
  clock: 'legal' | 'inner'
  /** The article it comes from. */
  basis: string
  version: number
  startedAt: string
  dueAt: string
  metAt: string | null
  cancelledAt: string | null
  pausedAt: string | null
  extensions: number
}

/** Every clock of a matter with its rule, those that run first; the basis opens. */
export function ClocksCard({ clocks, now }: { clocks: readonly CaseClock[]; now: string }) {
  const shown = clocks
    .filter(({ cancelledAt, metAt }) => !cancelledAt || metAt)
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)))
  return (
    <Card title="时限">
      <Facts>
        {shown.map((clock) => (
          <Fact key={`${clock.name} ${clock.startedAt}`} term={clock.title} note={<RuleWords clock={clock} />}>
            <DeadlineBadge due={clock.dueAt} now={now} state={stateOf(clock)} metAt={clock.metAt ?? undefined} />{' '}
            <span className="nf-soft nf-small" title={exactWords(clock.dueAt)}>
              {clock.metAt ? `办于 ${timeWords(clock.metAt, now)}` : `应于 ${timeWords(clock.dueAt, now)}`}
            </span>
          </Fact>
        ))}
        {shown.length === 0 && <Fact term="时限">没有在走的时限</Fact>}
      </Facts>
    </Card>
  )
}

/** Running ones first by when they are due, then what was met in the order it was done. */
const placeOf = ({ metAt, dueAt }: CaseClock): string => (metAt ? `1 ${metAt}` : `0 ${dueAt}`)

function RuleWords({ clock }: { clock: CaseClock }) {
  const words = [
    `${clock.clock === 'legal' ? '法定' : '内部'}规则第 ${clock.version} 版`,
    clock.extensions > 0 && `已延期 ${clock.extensions} 次`,
  ]
  return (
    <details className="nf-basis">
      <summary title={clock.basis}>{words.filter(Boolean).join(' · ')}</summary>
      {clock.basis}
    </details>
  )
}

const stateOf = ({ metAt, pausedAt }: CaseClock) => (metAt ? 'met' : pausedAt ? 'paused' : 'running')
