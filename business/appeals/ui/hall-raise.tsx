import './hall.css'
import { useEffect, useRef } from 'react'
import { Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router'
import { type Draft, useDraft } from '../../../kit/hall/index.ts'
import { abouts } from './hall-about.ts'
import { type AppealDraft, blank, draftKey } from './hall-draft.ts'
import { AskContact } from './hall-raise-contact.tsx'
import { AskEmployer } from './hall-raise-employer.tsx'
import { AskStory } from './hall-raise-story.tsx'
import { Sent } from './hall-sent.tsx'
import type { HallShell } from './hall-shell.ts'
import { useHeldFiles } from './use-held-files.ts'

/** 我要诉求: three questions, and what happens next. */
export default function Raise({ shell }: { shell: HallShell }) {
  const draft = useDraft(draftKey, blank)
  const held = useHeldFiles()
  const step = useStep(draft)
  useArrival(draft)
  const asked = { draft, onNext: () => step.go(step.at + 1), onBack: step.back }
  return (
    <Routes>
      <Route path="done" element={<Sent shell={shell} held={held} />} />
      <Route
        path="*"
        element={
          step.at === 1 ? (
            <AskStory {...asked} />
          ) : step.at === 2 ? (
            <AskEmployer {...asked} />
          ) : (
            <AskContact draft={draft} onBack={step.back} shell={shell} held={held} />
          )
        }
      />
    </Routes>
  )
}

/** The step stands in the address, so that the phone's own way back leads to the question before. */
function useStep({ value }: Draft<AppealDraft>) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const hasEmployer = Boolean(value.enterpriseId || value.enterpriseName || value.hasNoEmployer)
  const reachable = value.story.trim() === '' ? 1 : hasEmployer ? 3 : 2
  const at = Math.min(Math.max(1, Number(params.get('step')) || 1), reachable)
  return {
    at,
    go: (step: number) => navigate(`/appeal?step=${step}`),
    back: () => navigate(at === 1 ? '/' : `/appeal?step=${at - 1}`),
  }
}

/** Takes in what came along: the door it came through, words spoken on the home page. */
function useArrival({ value, change }: Draft<AppealDraft>) {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const taken = useRef('')
  useEffect(() => {
    const as = new URLSearchParams(search).get('as')
    const said = wordsIn(state)
    const mark = `${as ?? ''} ${said}`
    if ((as === null && !said) || taken.current === mark) return
    taken.current = mark
    const about = as !== null && as in abouts ? as : value.about
    change({ about, story: said ? [value.story, said].filter(Boolean).join('\n') : value.story })
    navigate(pathname, { replace: true, state: null })
  }, [pathname, search, state, value, change, navigate])
}

const wordsIn = (state: unknown): string => {
  const said = typeof state === 'object' && state !== null && 'said' in state ? state.said : ''
  return typeof said === 'string' ? said : ''
}
