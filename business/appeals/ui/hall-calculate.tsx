import './hall.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, Route, Routes, useNavigate, useParams, useSearchParams } from 'react-router'
import { useDesk, useNow } from '../../../kit/api/index.ts'
import {
  BigButton,
  Choice,
  HallFrame,
  HallList,
  HallNotice,
  HallSection,
  Question,
  StateBlock,
  TextAnswer,
  useDraft,
} from '../../../kit/hall/index.ts'
import { yuanWords } from '../../../kit/money/money-words.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Calculation, WageParameters } from '../rules/calculators/index.ts'
import { type Answers, type Asked, type Calculator, calculators, faultOf } from './hall-calculators.ts'

/** 算一算: what one is owed by law, one question a screen. Nothing leaves the phone. */
export default function Calculate() {
  return (
    <Routes>
      <Route path=":name" element={<Reckon />} />
      <Route path="*" element={<Choose />} />
    </Routes>
  )
}

function Choose() {
  const items = Object.entries(calculators).map(([name, { title, sub }]) => ({
    id: name,
    href: `/calculate/${name}`,
    title,
    sub,
  }))
  return (
    <HallFrame title="算一算" sub="按法律规定该拿多少" back={{ href: '/', title: '首页' }}>
      <HallList label="算一算" items={items} />
      <p className="nf-soft">只在这部手机上算，不会发出去。</p>
    </HallFrame>
  )
}

function Reckon() {
  const { name = '' } = useParams()
  const calculator = calculators[name]
  return calculator ? (
    <Questions key={name} name={name} calculator={calculator} />
  ) : (
    <Navigate to="/calculate" replace />
  )
}

function Questions({ name, calculator }: { name: string; calculator: Calculator }) {
  const { questions, title } = calculator
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const blank = Object.fromEntries(questions.map(({ key }) => [key, '']))
  const draft = useDraft<Record<string, string>>(`calculate.${name}`, blank)
  const [isChecked, setChecked] = useState(false)
  const answers = draft.value
  const firstFault = questions.findIndex((asked) => faultOf(asked, answers[asked.key] ?? '', answers))
  const wanted = Math.max(1, Number(params.get('step')) || 1)
  const step = Math.min(wanted, firstFault === -1 ? questions.length + 1 : firstFault + 1)
  const asked = questions[step - 1]
  const go = (to: number) => {
    setChecked(false)
    navigate(to === 0 ? '/calculate' : `/calculate/${name}?step=${to}`)
  }
  if (!asked) return <Result calculator={calculator} answers={answers} onAgain={() => go(1)} />
  const typed = answers[asked.key] ?? ''
  const fault = faultOf(asked, typed, answers)
  return (
    <Question
      step={step}
      of={questions.length}
      title={asked.title}
      hint={asked.hint ?? (asked.isOptional ? '没有就空着。' : title)}
      next={step === questions.length ? '算出来' : '下一步'}
      why={typed === '' ? fault : undefined}
      onNext={() => (fault ? setChecked(true) : go(step + 1))}
      onBack={() => go(step - 1)}
    >
      <AskOne
        asked={asked}
        value={typed}
        error={isChecked ? fault : undefined}
        onChange={(value) => draft.change({ [asked.key]: value })}
      />
    </Question>
  )
}

interface AskOneProps {
  asked: Asked
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function AskOne({ asked, value, error, onChange }: AskOneProps) {
  if (asked.kind === 'choice') {
    return <Choice label={asked.title} options={asked.options ?? []} value={value} onChange={onChange} />
  }
  return <TextAnswer label={asked.title} kind={asked.kind} value={value} onChange={onChange} error={error} max={12} />
}

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

function Result({ calculator, answers, onAgain }: ResultProps) {
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
