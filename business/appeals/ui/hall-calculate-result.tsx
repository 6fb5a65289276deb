import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useDesk, useNow } from '../../../kit/api/index.ts'
import { BigButton, HallFrame, HallNotice, HallSection, StateBlock } from '../../../kit/hall/index.ts'
import { yuanWords } from '../../../kit/money/money-words.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Calculation, WageParameters } from '../rules/calculators/index.ts'
import type { Answers, Calculator } from './hall-calculators.ts'

interface Dated {
  code: string
  validFrom: string
  validTo: string | null
  value: unknown
}

/** What the administrator has entered for today; nothing is guessed. */
function useParameters(): { parameters: WageParameters; isKnown: boolean; isWaiting: boolean } {
  const { send } = useDesk()
  const today = wallTime(useNow()).day
  const { data, isPending } = useQuery({
    queryKey: ['parameters', 'values'],
    queryFn: () => send('/api/parameters/values', {}) as Promise<Dated[]>,
  })
  const fenOf = (code: string): number | undefined => {
    const one = data?.findLast(
      (p) => p.code === code && p.validFrom <= today && (p.validTo === null || today < p.validTo),
    )
    const value = one?.value
    const fen = typeof value === 'object' && value !== null && 'fen' in value ? value.fen : undefined
    return typeof fen === 'number' ? fen : undefined
  }
  return {
    parameters: { averageFen: fenOf('wage.average'), minimumFen: fenOf('wage.minimum') },
    isKnown: data !== undefined,
    isWaiting: isPending,
  }
}

interface ResultProps {
  calculator: Calculator
  answers: Answers
  onAgain: () => void
}

/** What it comes to, how, and by which articles. */
export function Result({ calculator, answers, onAgain }: ResultProps) {
  const navigate = useNavigate()
  const { parameters, isKnown, isWaiting } = useParameters()
  if (isWaiting) {
    return (
      <HallFrame title={calculator.title} back={{ href: '/calculate', title: '算一算' }}>
        <StateBlock kind="loading" />
      </HallFrame>
    )
  }
  const result = calculator.work(answers, parameters)
  const said = `我算了“${calculator.title}”，应该是 ${yuanWords(result.totalFen)}。`
  return (
    <HallFrame title={calculator.title} back={{ href: '/calculate', title: '算一算' }}>
      <Reckoning result={result} />
      {!isKnown && (
        <HallNotice tone="watch">没有网络，最低工资和平均工资没有取到，没有核对上下限。连上网再看一次。</HallNotice>
      )}
      <p className="nf-soft">只是按您填的数估算，以仲裁、法院认定为准。</p>
      <div className="appeal-pair">
        <BigButton onClick={() => navigate('/appeal', { state: { said } })}>请工会帮我要</BigButton>
        <BigButton kind="plain" onClick={onAgain}>
          重新算
        </BigButton>
      </div>
    </HallFrame>
  )
}

function Reckoning({ result }: { result: Calculation }) {
  return (
    <>
      <section className="appeal-sheet">
        <p className="nf-soft">大约是</p>
        <p className="appeal-total">{yuanWords(result.totalFen)}</p>
        <ul className="appeal-reckoning">
          {result.lines.map((line) => (
            <li key={line.label}>
              <span>{line.label}</span>
              <span>{yuanWords(line.fen)}</span>
              <small>{line.how}</small>
            </li>
          ))}
        </ul>
      </section>
      <HallSection title="依据">
        <ul className="appeal-notes">
          {[...result.articles, ...result.notes].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </HallSection>
    </>
  )
}
