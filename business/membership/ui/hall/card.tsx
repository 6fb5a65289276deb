import './card.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Route, Routes } from 'react-router'
import { ApiError, sentenceOf } from '../../../../kit/api/index.ts'
import { BigButton, dayWords, HallFrame, HallList, HallNotice, StateBlock } from '../../../../kit/hall/index.ts'
import { standings } from '../../rules/words.ts'
import { type Card, useAsk } from './api.ts'
import { forgetCard, type KeptCard, keepCard, keptCard } from './card-memory.ts'
import { CheckCard } from './check.tsx'
import { Square } from './square.tsx'

interface Shell {
  /** Null when nobody is signed in, undefined while that is not known. */
  person: { name: string } | null | undefined
}

/** Twice in the half minute that a code is shown, so that what is on the screen always holds. */
const EVERY = 15_000
const back = { href: '/me', title: '我的' }

/** 会员证: the card, and below it the page that checks one. */
export default function CardPages({ shell }: { shell: Shell }) {
  return (
    <Routes>
      <Route path="check" element={<CheckCard isOut={shell.person === null} />} />
      <Route path="*" element={shell.person === null ? <SignedOut /> : <MyCard />} />
    </Routes>
  )
}

function SignedOut() {
  useEffect(forgetCard, [])
  return (
    <HallFrame title="会员证" back={back}>
      <p>登录以后，会员证就在这里。</p>
      <BigButton href="/sign-in?from=/card">登录</BigButton>
    </HallFrame>
  )
}

function MyCard() {
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['membership', 'card'],
    queryFn: () => ask('membership', 'card', {}),
    refetchInterval: EVERY,
    staleTime: 0,
    gcTime: 0,
  })
  useEffect(() => {
    if (data) keepCard(data)
    if (data === null) forgetCard()
  }, [data])
  const isLost = error instanceof ApiError && error.status === 0
  const kept = isLost ? keptCard() : undefined
  return (
    <HallFrame title="会员证" back={back}>
      {error && kept ? (
        <Offline card={kept} />
      ) : error ? (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void refetch() }}>
          {isLost ? '网络断了，会员证要联网才能出示。' : sentenceOf(error)}
        </StateBlock>
      ) : data ? (
        <Shown card={data} />
      ) : data === null ? (
        <NoMember />
      ) : (
        <StateBlock kind="loading" />
      )}
    </HallFrame>
  )
}

function Shown({ card }: { card: Card }) {
  return (
    <>
      <Face card={card}>
        <Square text={`${globalThis.location.origin}/card/check#${card.token}`} label="会员证二维码，每半分钟换一次" />
        <p className="card-digits">
          <span className="nf-soft">校验码</span>{' '}
          <strong>{`${card.digits.slice(0, 3)} ${card.digits.slice(3)}`}</strong>
        </p>
        <p className="nf-soft nf-small">二维码和校验码每半分钟换一次，截图没有用。</p>
      </Face>
      {!card.number && <TakeNumber />}
      {card.standing === 'pooled' && (
        <HallNotice>您在街道会员池里，现在可以用线上的服务。有工会接收以后，全部服务都能用。</HallNotice>
      )}
      <HallList
        label="会籍"
        items={[
          { id: 'membership', href: '/my-membership', title: '我的会籍', sub: '换了单位，在这里转会' },
          { id: 'check', href: '/card/check', title: '核验别人的会员证', sub: '扫一扫，或输入会员号和校验码' },
        ]}
      />
    </>
  )
}

/** Members of earlier years have no number here yet; it is given out on asking. */
function TakeNumber() {
  const ask = useAsk()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await ask('membership', 'takeNumber', {})
      await client.invalidateQueries({ queryKey: ['membership', 'card'] })
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <BigButton kind="plain" busy={busy} onClick={() => void take()}>
        领取会员号
      </BigButton>
    </>
  )
}

/** Without a network the last card is shown grey, so that nobody takes it for a valid one. */
const Offline = ({ card }: { card: KeptCard }) => (
  <>
    <HallNotice tone="watch">网络断了。下面是上次的会员证，不能当有效证件出示；连上网会自动恢复。</HallNotice>
    <div className="card-grey">
      <Face card={card}>
        <p className="nf-soft">二维码要联网才有</p>
      </Face>
    </div>
  </>
)

function Face({ card, children }: { card: KeptCard; children: React.ReactNode }) {
  return (
    <article className="card-face">
      <header>
        <p className="card-union">{card.unionName}</p>
        <h2>{card.name}</h2>
      </header>
      {children}
      <dl>
        <div>
          <dt>会员号</dt>
          <dd>{card.number || '还没有编号'}</dd>
        </div>
        <div>
          <dt>入会</dt>
          <dd>{dayWords(card.memberSince)}</dd>
        </div>
        <div>
          <dt>会籍</dt>
          <dd>{standings[card.standing]}</dd>
        </div>
        <div>
          <dt>认证</dt>
          <dd>{card.levelTitle}</dd>
        </div>
      </dl>
    </article>
  )
}

const NoMember = () => (
  <>
    <p>您还不是会员。加入工会以后，会员证就在这里。</p>
    <BigButton href="/join">加入工会</BigButton>
  </>
)
