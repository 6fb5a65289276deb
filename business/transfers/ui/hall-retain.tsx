import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Choice, Question } from '../../../kit/hall/index.ts'
import { retainReasons } from '../rules/words.ts'
import { useSend } from './use-send.ts'

const hints: Readonly<Record<string, string>> = {
  retired: '办了退休手续',
  laid_off: '单位停工、停岗，劳动关系还在',
  unemployed: '离开了单位，还没有找到新的',
}
const isReason = (text: string | undefined): text is keyof typeof retainReasons =>
  text !== undefined && text in retainReasons

/** 保留会籍: one question. */
export function Retain({ root }: { root: string }) {
  const navigate = useNavigate()
  const [reason, setReason] = useState<string>()
  const { send, busy, problem } = useSend('retain')
  return (
    <Question
      step={1}
      of={1}
      title="是哪一种情况？"
      hint="保留会籍期间不交会费，不参加表决，工会的服务照旧。找到新工作可以转会，回原单位可以恢复。"
      why={reason ? undefined : '先选一种'}
      problem={problem}
      busy={busy}
      onNext={() => isReason(reason) && void send({ reason })}
      onBack={() => navigate(root)}
    >
      <Choice
        label="情况"
        options={Object.entries(retainReasons).map(([value, title]) => ({ value, title, hint: hints[value] }))}
        value={reason}
        onChange={setReason}
      />
    </Question>
  )
}
