import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useUploads } from '../../../../kit/api/index.ts'
import { Attachments, Confirm, HallNotice, Question, TextAnswer } from '../../../../kit/hall/index.ts'
import type { Followed } from './api.ts'
import { useSend } from './use-send.ts'

interface StepProps {
  one: Followed
  href: string
}

/** What the union asked for; the identity only when it was wrong. */
export function Resubmit({ one, href }: StepProps) {
  const navigate = useNavigate()
  const { send, busy, problem } = useSend('resubmit', href)
  const uploads = useUploads()
  const [values, setValues] = useState({ name: '', idNumber: '', message: '' })
  const change = (part: Partial<typeof values>) => setValues((old) => ({ ...old, ...part }))
  const { name, idNumber, message } = values
  const submit = () =>
    void send({ id: one.id, message, files: uploads.ids, ...(name || idNumber ? { name, idNumber } : {}) })
  return (
    <Question
      step={1}
      of={1}
      title="补正入会申请"
      hint={`工会说：${one.askedFor}`}
      why={whyNotYet(values, uploads.ids.length, uploads.isSending)}
      problem={problem}
      next="交上去"
      busy={busy}
      onNext={submit}
      onBack={() => navigate(href)}
    >
      <TextAnswer
        label="说明"
        showLabel
        lines={3}
        max={500}
        voice
        value={message}
        onChange={(text) => change({ message: text })}
      />
      <HallNotice>姓名或证件号码写错了，才填下面两格。</HallNotice>
      <TextAnswer label="姓名" showLabel max={50} value={name} onChange={(text) => change({ name: text })} />
      <TextAnswer
        label="证件号码"
        showLabel
        max={60}
        autoComplete="off"
        value={idNumber}
        onChange={(text) => change({ idNumber: text })}
      />
      <Attachments
        label="附件（可不附）"
        max={5}
        files={uploads.files}
        onAdd={uploads.onAdd}
        onRemove={uploads.onRemove}
        onRetry={uploads.onRetry}
      />
    </Question>
  )
}

function whyNotYet(
  { name, idNumber, message }: { name: string; idNumber: string; message: string },
  files: number,
  isSending: boolean,
): string | undefined {
  if (isSending) return '附件还在传，等一下'
  if (Boolean(name.trim()) !== Boolean(idNumber.trim())) return '姓名和证件号码要一起填'
  return name || message.trim() || files > 0 ? undefined : '写几句说明，或改正姓名和证件号码'
}

export function Withdraw({ one, href }: StepProps) {
  const { send, busy, problem } = useSend('withdraw', href)
  return (
    <Confirm
      title="真的要撤回吗？"
      sub={one.title}
      back={{ href, title: '这件事' }}
      stay="不撤，接着办"
      act="撤回申请"
      sending={{ busy, problem }}
      onAct={() => void send({ id: one.id })}
    >
      <p>撤回后工会就不审核了。以后想入会，随时可以再申请。</p>
    </Confirm>
  )
}
