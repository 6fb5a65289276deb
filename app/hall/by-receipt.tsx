import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Route, Routes } from 'react-router'
import { DeskRoot, sentenceOf, useDesk, useNow } from '../../kit/api/index.ts'
import { BigButton, HallFrame, HallNotice, HallSection, StateBlock, TextAnswer } from '../../kit/hall/index.ts'
import { createQueryClient } from '../web/shared/query.ts'
import { anonymousDesk } from './desks.ts'
import { Matter } from './matter.tsx'
import { MatterCards } from './matter-cards.tsx'
import { readMatters } from './matters.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { forgetReceipt, holdReceipt, keptReceipts, receiptInHand } from './receipts.ts'

const place = { root: '/receipt', title: '回执' }

/** 凭回执码查: the same pages for who left no name. Whoever is signed in on this phone stays out of it. */
export default function ByReceipt() {
  const [receipt, setReceipt] = useState(receiptInHand)
  const take = (code: string | undefined) => {
    holdReceipt(code)
    setReceipt(code)
  }
  return receipt ? (
    <Within key={receipt} receipt={receipt} onLeave={() => take(undefined)} />
  ) : (
    <AskReceipt onTake={take} />
  )
}

function Within({ receipt, onLeave }: { receipt: string; onLeave: () => void }) {
  const desk = useMemo(() => anonymousDesk(receipt), [receipt])
  const [client] = useState(createQueryClient)
  return (
    <DeskRoot desk={desk}>
      <QueryClientProvider client={client}>
        <Routes>
          <Route path=":line/:id/*" element={<Matter place={place} />} />
          <Route path="*" element={<Found onLeave={onLeave} />} />
        </Routes>
      </QueryClientProvider>
    </DeskRoot>
  )
}

function Found({ onLeave }: { onLeave: () => void }) {
  const { send } = useDesk()
  const now = useNow()
  const { data, error, refetch } = useQuery({ queryKey: ['matters'], queryFn: () => readMatters(send, now) })
  return (
    <HallFrame title="凭回执码查" back={{ href: '/matters', title: '事项' }}>
      <OfflineNotice />
      {error ? (
        <StateBlock kind="error" title="没有查成" action={{ title: '再试一次', onDo: () => void refetch() }}>
          {sentenceOf(error)}
        </StateBlock>
      ) : data === undefined ? (
        <StateBlock kind="loading" />
      ) : data.length === 0 ? (
        <StateBlock kind="empty" title="这个回执码下没有事项">
          请对照记下的回执码，看看有没有抄错。
        </StateBlock>
      ) : (
        <MatterCards matters={data} root="/receipt" />
      )}
      <BigButton kind="plain" onClick={onLeave}>
        换一个回执码
      </BigButton>
    </HallFrame>
  )
}

const LENGTH = 20

function AskReceipt({ onTake }: { onTake: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [kept, setKept] = useState(keptReceipts)
  const length = typed.normalize('NFKC').replace(/[\s-]/g, '').length
  const forget = (code: string) => {
    forgetReceipt(code)
    setKept(keptReceipts())
  }
  return (
    <HallFrame title="凭回执码查" back={{ href: '/matters', title: '事项' }}>
      <OfflineNotice />
      <TextAnswer
        label="回执码"
        showLabel
        value={typed}
        onChange={setTyped}
        placeholder="五组，每组四位"
        autoComplete="off"
        max={40}
      />
      <p className="nf-soft">大小写都行，中间的横线可以不写。</p>
      <div>
        <BigButton
          why={
            length === LENGTH
              ? undefined
              : length === 0
                ? '写上提交时给您的回执码'
                : `一共 ${LENGTH} 位，现在 ${length} 位`
          }
          onClick={() => onTake(typed.normalize('NFKC').trim())}
        >
          查
        </BigButton>
      </div>
      {kept.length > 0 && <Kept kept={kept} onTake={onTake} onForget={forget} />}
    </HallFrame>
  )
}

interface KeptProps {
  kept: readonly string[]
  onTake: (code: string) => void
  onForget: (code: string) => void
}

function Kept({ kept, onTake, onForget }: KeptProps) {
  return (
    <HallSection title="记在这部手机上的">
      <ul className="nf-hall-sheet">
        {kept.map((code) => (
          <li key={code} className="hall-kept">
            <button type="button" className="nf-link" onClick={() => onTake(code)}>
              {code.slice(0, 4)} 开头的
            </button>
            <button type="button" className="nf-link" onClick={() => onForget(code)}>
              从手机上删掉
            </button>
          </li>
        ))}
      </ul>
      <HallNotice>删掉以后，只有您自己记着的回执码才能再看。</HallNotice>
    </HallSection>
  )
}
