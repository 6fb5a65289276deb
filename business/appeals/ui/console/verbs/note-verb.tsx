import { type Call, useForm } from '../../../../../kit/api/index.ts'
import { TextField } from '../../../../../kit/index.ts'
import type { workflow } from '../../../workflow.ts'
import { useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

interface NoteWords {
  label: string
  hint?: string
  lines?: number
  max: number
  isNeeded?: boolean
}

const remark: NoteWords = { label: '备注', hint: '给同事看，职工看不到', max: 1000 }
const reason = (label: string, hint?: string): NoteWords => ({ label, hint, max: 500, isNeeded: true, lines: 3 })

/** The verbs that ask for nothing but a note or a reason. */
export const noteVerbs = {
  accept: remark,
  sign: remark,
  resume: remark,
  close: remark,
  contact: { label: '联系情况', hint: '联系了谁、说了什么、下一步怎么办', lines: 4, max: 1000, isNeeded: true },
  decline: reason('不受理的原因', '职工会看到这段话，请说明原因，并告诉该找谁'),
  return: reason('退回的原因'),
  suspend: reason('挂起的原因', '等哪个仲裁、哪个结果。挂起期间时限不走'),
  extend: reason('延期的原因', '职工会看到原因和新的期限。按规定只能延一次'),
  escalate: reason('上报的原因', '上报后由上一级工会重新分派'),
  rework: reason('退回重办的原因'),
} as const satisfies Readonly<Record<string, NoteWords>>

export type NoteVerb = keyof typeof noteVerbs

export function NoteDialog({ verb, ...props }: VerbProps & { verb: NoteVerb }) {
  const call: Call<{ id: string; note: string }, unknown> = useAppeals()[verb]
  const form = useForm(call, { id: props.appeal.id })
  const { label, hint, max, lines = 2, isNeeded = false }: NoteWords = noteVerbs[verb]
  return (
    <VerbFrame {...props} verb={verb satisfies keyof typeof workflow.steps} form={form}>
      <TextField label={label} hint={hint} lines={lines} max={max} {...form.text('note')} required={isNeeded} />
    </VerbFrame>
  )
}
