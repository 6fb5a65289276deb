import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useNow } from '../../../kit/api/index.ts'
import { Attachments, BigButton, HallFrame, HallNotice, StateBlock } from '../../../kit/hall/index.ts'
import { matterOf, readFollowed } from './hall-matter.ts'
import { NextSteps } from './hall-next-steps.tsx'
import { ReceiptCode } from './hall-receipt-code.tsx'
import { findSent, forgetSent, type SentAppeal } from './hall-sent-store.ts'
import type { HallShell } from './hall-shell.ts'
import type { HeldFiles } from './use-held-files.ts'

/** It has arrived: number, who has it, until when; for somebody without a sign-in, the one receipt. */
export function Sent({ shell, held }: { shell: HallShell; held: HeldFiles }) {
  const [sent] = useState(findSent)
  const navigate = useNavigate()
  if (!sent) {
    return (
      <HallFrame title="提交诉求" back={{ href: '/', title: '首页' }}>
        <StateBlock
          kind="empty"
          title="这里没有刚提交的诉求"
          action={{ title: '看我的事项', onDo: () => navigate('/matters') }}
        />
      </HallFrame>
    )
  }
  const leave = (href: string) => {
    forgetSent()
    navigate(href)
  }
  return (
    <HallFrame title="已经收到" sub={`编号 ${sent.number}`}>
      {sent.receipt && <ReceiptCode code={sent.receipt} number={sent.number} onKeep={shell.keepReceipt} />}
      <Whereabouts sent={sent} shell={shell} />
      <Files sent={sent} shell={shell} held={held} />
      <NextSteps hasPhone={false} />
      {sent.receipt ? (
        <BigButton onClick={() => leave('/')}>回执码记好了，回首页</BigButton>
      ) : (
        <>
          <BigButton onClick={() => leave(`/matters/appeals/${sent.id}`)}>看这件事的进展</BigButton>
          <BigButton kind="plain" onClick={() => leave('/')}>
            回首页
          </BigButton>
        </>
      )}
    </HallFrame>
  )
}

const useDeskOf = (sent: SentAppeal, shell: HallShell) => {
  const own = useDesk()
  return sent.receipt ? shell.anonymous(sent.receipt) : own
}

/** Who has it now and until when. It has arrived whether or not this can be read. */
function Whereabouts({ sent, shell }: { sent: SentAppeal; shell: HallShell }) {
  const desk = useDeskOf(sent, shell)
  const now = useNow()
  const { data } = useQuery({
    queryKey: ['appeals', 'sent', sent.id],
    queryFn: () => readFollowed(desk.send, sent.id),
  })
  if (!data) return null
  const { who, until } = matterOf(data.appeal, now, data.dueAt)
  return (
    <HallNotice tone="good" title={who ? `交给了${who}` : '已交给工会'}>
      {until && `${until}。`}
    </HallNotice>
  )
}

function Files({ sent, shell, held }: { sent: SentAppeal; shell: HallShell; held: HeldFiles }) {
  const desk = useDeskOf(sent, shell)
  if (held.files.length === 0) return null
  const words = {
    waiting: '一起交的材料',
    sending: '材料正在发，请先别关这一页',
    done: '材料都交上了',
    failed: '材料没有交全',
  }
  return (
    <section className="appeal-sheet">
      <Attachments label={words[held.state]} files={held.files} />
      {held.state === 'failed' && (
        <HallNotice tone="bad" action={{ title: '再交一次', onDo: () => void held.handIn(desk, sent.id) }}>
          诉求已经收到。{held.problem}
        </HallNotice>
      )}
    </section>
  )
}
