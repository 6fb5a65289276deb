import './join.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { BigButton, type Draft, HallFrame, HallNotice, StateBlock, useDraft } from '../../../../kit/hall/index.ts'
import { type Start, useAsk } from './api.ts'
import { blank, type Document, draftKey, type JoinDraft, lackOfWho, lackOfWork, noDocument } from './draft.ts'
import { Confirm } from './join-confirm.tsx'
import { AskWork } from './join-where.tsx'
import { AskWho, Known } from './join-who.tsx'

interface Shell {
  /** Null when nobody is signed in, undefined while that is not known. */
  person: { name: string } | null | undefined
}

const back = { href: '/', title: '首页' }

/** 加入工会: who I am, where I work, and what I ask for. Without a network one writes on; only handing in needs one. */
export default function Join({ shell }: { shell: Shell }) {
  const ask = useAsk()
  const { data, error } = useQuery({
    queryKey: ['membership', 'start'],
    queryFn: () => ask('membership', 'start', {}),
    enabled: Boolean(shell.person),
  })
  if (shell.person === null) return <SignedOut />
  if (data && (data.standing !== 'none' || data.openId !== null)) return <NotNeeded start={data} />
  if (!data && !error && shell.person) {
    return (
      <HallFrame title="加入工会" back={back}>
        <StateBlock kind="loading" />
      </HallFrame>
    )
  }
  return <Questions known={data?.known ?? null} isOffline={!data} />
}

function Questions({ known, isOffline }: { known: Start['known']; isOffline: boolean }) {
  const draft = useDraft(draftKey, blank)
  const [document, setDocument] = useState<Document>(noDocument)
  const step = useStep(draft, known !== null, document)
  const asked = { draft, onNext: () => step.go(step.at + 1), onBack: step.back }
  if (step.at === 1 && known) return <Known known={known} {...asked} />
  if (step.at === 1) return <AskWho {...asked} document={document} onDocument={setDocument} isOffline={isOffline} />
  if (step.at === 2) return <AskWork {...asked} />
  return <Confirm draft={draft} document={known ? null : document} onBack={step.back} />
}

/** The step stands in the address, so that the phone's own way back leads to the question before. */
function useStep({ value }: Draft<JoinDraft>, isKnown: boolean, document: Document) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const reachable = !isKnown && lackOfWho(value, document) ? 1 : lackOfWork(value) ? 2 : 3
  const at = Math.min(Math.max(1, Number(params.get('step')) || 1), reachable)
  return {
    at,
    go: (step: number) => navigate(`/join?step=${step}`),
    back: () => navigate(at === 1 ? '/' : `/join?step=${at - 1}`),
  }
}

const SignedOut = () => (
  <HallFrame title="加入工会" back={back}>
    <p>在单位上班的、跑单送货的、打零工的，都能加入工会。三步就填完，最迟三个工作日有答复。</p>
    <p className="nf-soft">先用手机号登录，工会才能找到您。</p>
    <BigButton href="/sign-in?from=/join">用手机号登录</BigButton>
  </HallFrame>
)

/** A member already, or asked already: the card, the matter. */
function NotNeeded({ start }: { start: Start }) {
  if (start.openId !== null && start.standing === 'none') {
    return (
      <HallFrame title="加入工会" back={back}>
        <HallNotice>您的入会申请正在办，不用再交一次。</HallNotice>
        <BigButton href={`/matters/membership/${start.openId}`}>看办到哪一步</BigButton>
      </HallFrame>
    )
  }
  return (
    <HallFrame title="加入工会" back={back}>
      <HallNotice tone="good">您已经是{start.unionName ?? '工会'}的会员，不用再申请。</HallNotice>
      <BigButton href="/card">打开会员证</BigButton>
      <BigButton kind="plain" href="/my-membership">
        换了单位，办转会
      </BigButton>
    </HallFrame>
  )
}
