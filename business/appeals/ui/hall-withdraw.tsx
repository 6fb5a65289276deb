import { useState } from 'react'
import { Confirm, TextAnswer } from '../../../kit/hall/index.ts'
import type { MatterPageProps } from './hall-followed.tsx'
import { useDo } from './use-do.ts'
import { limitNear } from './word-limit.ts'

/** Asks once whether it is meant. */
export function Withdraw({ appeal, href }: MatterPageProps) {
  const [note, setNote] = useState('')
  const { send, busy, problem } = useDo('withdraw', href)
  return (
    <Confirm
      title="真的要撤回吗？"
      sub={appeal.title}
      back={{ href, title: '这件事' }}
      stay="不撤，接着办"
      act="撤回"
      sending={{ busy, problem }}
      onAct={() => void send({ id: appeal.id, note: note.trim() })}
    >
      <p>撤回后工会就不再办这件事。以后想办，要重新提交。</p>
      <TextAnswer
        label="为什么撤回（可以不写）"
        showLabel
        lines={2}
        max={limitNear(note, 500)}
        value={note}
        onChange={setNote}
      />
    </Confirm>
  )
}
