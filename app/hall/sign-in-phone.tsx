import { type FormEvent, useEffect, useState } from 'react'
import { BigButton, HallNotice, TextAnswer } from '../../kit/hall/index.ts'
import { account } from '../web/shared/account.ts'
import { useBusy } from './use-busy.ts'

const plain = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '')

/** The code comes by SMS; who does not receive it may ask again when the wait is over. */
export function PhoneForm({ onDone }: { onDone: (phone: string) => Promise<void> }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [isSent, setSent] = useState(false)
  const [wait, setWait] = useCountdown()
  const { busy, problem, run } = useBusy()
  const send = () =>
    run(async () => {
      const { waitSeconds } = await account.sendPhoneCode(phone)
      setSent(true)
      setWait(waitSeconds)
    })
  const enter = () =>
    run(async () => {
      await account.signInByPhone(phone, plain(code))
      await onDone(plain(phone))
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (isSent ? enter() : send())
  }
  return (
    <form className="hall-form" onSubmit={submit} noValidate>
      <TextAnswer label="手机号" showLabel kind="tel" autoComplete="tel" max={20} value={phone} onChange={setPhone} />
      {isSent && <Code value={code} onChange={setCode} wait={wait} onAgain={() => void send()} />}
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <div>
        <BigButton type="submit" why={whyNotYet(phone, code, isSent)} busy={busy}>
          {isSent ? '登录' : '发验证码'}
        </BigButton>
      </div>
    </form>
  )
}

function whyNotYet(phone: string, code: string, isSent: boolean): string | undefined {
  if (plain(phone).length < 11) return '先写手机号'
  return isSent && !/^\d{6}$/.test(plain(code)) ? '写上短信里的 6 位数字' : undefined
}

interface CodeProps {
  value: string
  onChange: (code: string) => void
  /** Seconds until it may be sent again. */
  wait: number
  onAgain: () => void
}

function Code({ value, onChange, wait, onAgain }: CodeProps) {
  return (
    <>
      <TextAnswer
        label="验证码"
        showLabel
        kind="number"
        autoComplete="one-time-code"
        max={10}
        value={value}
        onChange={onChange}
      />
      <p className="nf-soft">短信已发到这个号码。{wait > 0 && `没收到的话，${wait} 秒后可以再发。`}</p>
      {wait === 0 && (
        <button type="button" className="nf-link hall-centre" onClick={onAgain}>
          没收到，再发一次
        </button>
      )}
    </>
  )
}

function useCountdown() {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft] as const
}
