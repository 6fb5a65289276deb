import { type RefObject, useRef } from 'react'
import { useFirmSearch, useStreets } from '../../../kit/api/index.ts'
import { type Draft, HallNotice, Question, SearchAnswer, StreetAnswer } from '../../../kit/hall/index.ts'
import type { AppealDraft } from './hall-draft.ts'

interface AskEmployerProps {
  draft: Draft<AppealDraft>
  onNext: () => void
  onBack: () => void
}

const none = { enterpriseId: '', enterpriseName: '', hasNoEmployer: false }

/** Second question: which employer; and where, when the register does not know it. */
export function AskEmployer({ draft, onNext, onBack }: AskEmployerProps) {
  const { value, change } = draft
  const street = useRef<HTMLSelectElement>(null)
  const typed = value.employerText.trim()
  const isAnswered = Boolean(value.enterpriseId || value.enterpriseName || value.hasNoEmployer)
  const writeName = (name: string) => {
    change({ ...none, enterpriseName: name })
    requestAnimationFrame(() => street.current?.focus())
  }
  return (
    <Question
      step={2}
      of={3}
      title="是哪家单位？"
      hint="写名字里的几个字，或您常送的平台。"
      saved={draft.saved}
      reassurance="单位不会知道是谁反映的，除非您同意。"
      why={isAnswered || typed ? undefined : '写几个字找一找，或点“不想说单位”'}
      onNext={() => (isAnswered ? onNext() : writeName(typed))}
      onBack={onBack}
    >
      {(!isAnswered || value.enterpriseId) && <Find value={value} onChange={change} onMissing={writeName} />}
      {isAnswered && !value.enterpriseId && <ByHand value={value} onChange={change} box={street} />}
      {!isAnswered && (
        <button
          type="button"
          className="nf-link appeal-skip"
          onClick={() => change({ ...none, employerText: '', hasNoEmployer: true })}
        >
          不想说单位
        </button>
      )}
    </Question>
  )
}

interface PartProps {
  value: AppealDraft
  onChange: Draft<AppealDraft>['change']
}

function Find({ value, onChange, onMissing }: PartProps & { onMissing: (name: string) => void }) {
  const search = useFirmSearch()
  return (
    <SearchAnswer
      label="单位名字"
      value={value.employerText}
      onChange={(employerText) => onChange({ ...none, employerText })}
      search={search}
      chosenId={value.enterpriseId}
      onChoose={({ id, name }) => onChange({ ...none, enterpriseId: id, enterpriseName: name, employerText: name })}
      placeholder="比如：平湖 电子"
      missing={{ title: '不在上面，直接写名字', onDo: onMissing }}
    />
  )
}

/** The register does not know it, or is not to: then the street tells who takes it on. */
function ByHand({ value, onChange, box }: AskStreetProps) {
  return (
    <>
      <HallNotice action={{ title: '改', onDo: () => onChange(none) }}>
        {value.hasNoEmployer
          ? '不说单位。知道在哪个街道，办得更快。'
          : `就写“${value.enterpriseName}”。再选一下在哪个街道。`}
      </HallNotice>
      <AskStreet value={value} onChange={onChange} box={box} />
    </>
  )
}

interface AskStreetProps extends PartProps {
  box: RefObject<HTMLSelectElement | null>
}

/** Without a network one may go on. */
function AskStreet({ value, onChange, box }: AskStreetProps) {
  const { streets, isLost } = useStreets()
  return (
    <StreetAnswer
      label="在哪个街道"
      streets={streets}
      value={value.place}
      chosen={value.placeName}
      blank="说不清，交给区总工会"
      lost={isLost ? '街道名单没有取到，可以先往下走，工会会帮您找对街道。' : undefined}
      box={box}
      onChange={(place, placeName) => onChange({ place, placeName })}
    />
  )
}
