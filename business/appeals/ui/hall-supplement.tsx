import { useUploads } from '../../../kit/api/index.ts'
import { Attachments, BigButton, HallFrame, HallNotice, TextAnswer, useDraft } from '../../../kit/hall/index.ts'
import type { MatterPageProps } from './hall-followed.tsx'
import { useDo } from './use-do.ts'
import { limitNear } from './word-limit.ts'

/** More to say, more to show. The words are kept on the phone until they have arrived. */
export function Supplement({ appeal, href }: MatterPageProps) {
  const draft = useDraft(`supplement.${appeal.id}`, { message: '' })
  const uploads = useUploads()
  const { send, busy, problem } = useDo('supplement', href, draft.clear)
  const message = draft.value.message.trim()
  const isEmpty = message === '' && uploads.ids.length === 0
  const why = uploads.isSending ? '等文件传完' : isEmpty ? '写一句话，或者放一个文件' : undefined
  const submit = () => void send({ id: appeal.id, message: message || '补交了文件', files: uploads.ids })
  return (
    <HallFrame title="补充材料" sub={appeal.title} back={{ href, title: '这件事' }}>
      <TextAnswer
        label="想补充什么"
        showLabel
        lines={5}
        max={limitNear(draft.value.message, 2000)}
        voice
        value={draft.value.message}
        onChange={(words) => draft.change({ message: words })}
      />
      {draft.saved === 'saved' && <p className="nf-soft">已存草稿</p>}
      <Attachments
        label="照片、录音、文件"
        hint="单位看不到您交的东西。"
        files={uploads.files}
        onAdd={uploads.onAdd}
        onRemove={uploads.onRemove}
        onRetry={uploads.onRetry}
        max={20}
      />
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <div>
        <BigButton why={why} busy={busy} onClick={submit}>
          交上去
        </BigButton>
      </div>
    </HallFrame>
  )
}
