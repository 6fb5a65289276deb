import './hall.css'
import { useState } from 'react'
import { Navigate, Route, Routes, useNavigate, useParams, useSearchParams } from 'react-router'
import { Choice, HallFrame, HallList, Question, TextAnswer, useDraft } from '../../../kit/hall/index.ts'
import { Result } from './hall-calculate-result.tsx'
import { type Asked, type Calculator, calculators, faultOf } from './hall-calculators.ts'

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
