import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sentenceOf } from '../../../../kit/api/index.ts'
import { createIntent } from '../../../../kit/api/intent.ts'
import { BigButton, HallFrame, HallNotice, TextAnswer } from '../../../../kit/hall/index.ts'
import { standings } from '../../rules/words.ts'
import { type Checked, useAsk } from './api.ts'

/** 核验会员证: what a phone has scanned stands in the address; or number and digits are typed. */
export function CheckCard({ isOut }: { isOut: boolean }) {
  const [typed, setTyped] = useState('')
  const { check, answer, problem, busy } = useCheck()
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const taken = useRef('')
  useEffect(() => {
    if (isOut || hash.length < 2 || taken.current === hash) return
    taken.current = hash
    // The code must not stay in the history of this phone.
    navigate(pathname, { replace: true })
    void check(hash.slice(1))
  }, [hash, pathname, isOut, check, navigate])
  return (
    <HallFrame title="核验会员证" back={{ href: '/card', title: '会员证' }}>
      {isOut ? (
        <>
          <p>登录以后才能核验，核验会留下记录。</p>
          <BigButton href="/sign-in?from=/card/check">登录</BigButton>
        </>
      ) : (
        <>
          <p className="nf-soft">用手机相机扫对方的二维码，会自动打开这一页。扫不了，就输入会员号和校验码。</p>
          {answer && <Answer answer={answer} />}
          {problem && <HallNotice tone="bad">{problem}</HallNotice>}
          <TextAnswer
            label="会员号和校验码"
            showLabel
            placeholder="HY2026-0012 482 913"
            autoComplete="off"
            value={typed}
            onChange={setTyped}
          />
          <BigButton
            why={typed.trim() ? undefined : '先输入会员号和校验码'}
            busy={busy}
            onClick={() => void check(typed)}
          >
            核验
          </BigButton>
        </>
      )}
    </HallFrame>
  )
}

function useCheck() {
  const ask = useAsk()
  const intent = useRef(createIntent())
  const [answer, setAnswer] = useState<Checked>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const run = useRef(async (code: string) => {
    setBusy(true)
    setProblem(undefined)
    setAnswer(undefined)
    try {
      setAnswer(await ask('membership', 'checkCard', { code }, intent.current.keyFor({ code })))
      intent.current.done()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  })
  return { check: run.current, answer, problem, busy }
}

const Answer = ({ answer }: { answer: Checked }) =>
  answer.isValid ? (
    <HallNotice tone="good" title="有效">
      {[answer.name, answer.unionName, answer.standing && standings[answer.standing]].filter(Boolean).join(' · ')}
    </HallNotice>
  ) : (
    <HallNotice tone="bad" title="无效">
      {answer.why}
    </HallNotice>
  )
