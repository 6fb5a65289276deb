import { useEffect, useState } from 'react'
import { Attachments, Choice, type Draft, HallNotice, Question, TextAnswer } from '../../../kit/hall/index.ts'
import { triage } from '../rules/triage.ts'
import { type AppealDraft, headcountOf, inputOf, isPhone } from './hall-draft.ts'
import { NextSteps } from './hall-next-steps.tsx'
import type { HallShell } from './hall-shell.ts'
import { useHandIn } from './use-hand-in.ts'
import type { HeldFiles } from './use-held-files.ts'

interface AskContactProps {
  draft: Draft<AppealDraft>
  onBack: () => void
  shell: HallShell
  held: HeldFiles
}

const ways = [
  { value: 'named', title: '留手机号', hint: '办理的人会打给您。单位看不到。' },
  { value: 'anonymous', title: '不写姓名', hint: '系统不记您是谁。给您一个回执码，凭它看进展。' },
]

/** Third question: how to reach the person, and off it goes. */
export function AskContact({ draft, onBack, shell, held }: AskContactProps) {
  const value = withPerson(draft.value, shell.person)
  const [isChecked, setChecked] = useState(false)
  const handIn = useHandIn(draft, shell, held)
  const faults = faultsOf(value)
  const submit = () => {
    setChecked(true)
    if (faults.phone || faults.headcount) requestAnimationFrame(focusFault)
    else void handIn.send(inputOf(value))
  }
  useShown(handIn.problem ?? (handIn.isBack ? 'back' : undefined))
  return (
    <Question
      step={3}
      of={3}
      title="怎么联系您？"
      saved={draft.saved}
      reassurance="单位不会知道是谁反映的，除非您同意。"
      problem={handIn.problem}
      why={value.contact ? undefined : '先选一种联系办法'}
      busy={handIn.busy}
      onNext={submit}
      onBack={onBack}
    >
      <Choice
        label="怎么联系您"
        options={ways}
        value={value.contact}
        onChange={(contact) => draft.change({ contact })}
      />
      {value.contact === 'named' && (
        <Reach
          value={value}
          onChange={draft.change}
          fault={isChecked ? faults.phone : undefined}
          isOut={shell.person === null}
        />
      )}
      {value.contact && (
        <More value={value} onChange={draft.change} fault={isChecked ? faults.headcount : undefined} held={held} />
      )}
      {handIn.isBack && <HallNotice tone="good">网络回来了，按“提交”再交一次，不会重复。</HallNotice>}
    </Question>
  )
}

const faultsOf = ({ contact, phone, headcount }: AppealDraft) => ({
  phone: contact === 'named' && !isPhone(phone) ? '手机号应是 11 位数字，请核对' : undefined,
  headcount: headcount.trim() && !headcountOf(headcount) ? '人数请填数字，比如 27' : undefined,
})

interface PartProps {
  value: AppealDraft
  onChange: Draft<AppealDraft>['change']
  fault: string | undefined
}

function Reach({ value, onChange, fault, isOut }: PartProps & { isOut: boolean }) {
  return (
    <>
      <TextAnswer
        label="手机号"
        showLabel
        kind="tel"
        autoComplete="tel"
        max={20}
        value={value.phone}
        onChange={(phone) => onChange({ phone })}
        error={fault}
      />
      <TextAnswer
        label="怎么称呼您（可以不写）"
        showLabel
        max={50}
        autoComplete="name"
        value={value.name}
        onChange={(name) => onChange({ name })}
      />
      {isOut && (
        <p className="nf-soft">没有登录也能提交，会给您一个回执码。登录后再提交，以后在“事项”里就能直接看到。</p>
      )}
    </>
  )
}

function More({ value, onChange, fault, held }: PartProps & { held: HeldFiles }) {
  return (
    <>
      <TextAnswer
        label="一共多少人"
        showLabel
        kind="number"
        max={7}
        placeholder={`${triage(value.story).headcount ?? 1} 人`}
        value={value.headcount}
        onChange={(headcount) => onChange({ headcount })}
        error={fault}
      />
      <Attachments
        label="照片、录音、文件（可以不交）"
        hint="比如工资条、聊天记录、考勤。提交时才发出去；关掉这一页要重新选。"
        files={held.files}
        onAdd={held.add}
        onRemove={held.remove}
        max={20}
      />
      <NextSteps hasPhone={value.contact === 'named'} />
    </>
  )
}

const focusFault = () => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()

/** What became of sending stands at the end of the page, above the button. */
function useShown(words: string | undefined) {
  useEffect(() => {
    if (words) globalThis.scrollTo(0, document.documentElement.scrollHeight)
  }, [words])
}

/** Somebody signed in is asked only what is not known. */
function withPerson(value: AppealDraft, person: HallShell['person']): AppealDraft {
  if (!person) return value
  return {
    ...value,
    contact: value.contact || 'named',
    phone: value.phone || person.phone || '',
    name: value.name || person.name,
  }
}
