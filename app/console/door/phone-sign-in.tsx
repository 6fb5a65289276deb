import { useEffect, useState } from 'react'
import { sentenceOf } from '../../../kit/api/index.ts'
import { Button, Notice, TextField } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { DoorForm } from './door-form.tsx'

/** A code by SMS: enough for informants; office work asks for a password. */
export function PhoneSignIn({ onDone }: { onDone: () => void }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [told, setTold] = useState<{ words: string; isBad: boolean }>()
  const [wait, setWait] = useWait()
  const send = async () => {
    try {
      const { waitSeconds, minutes } = await account.sendPhoneCode(phone)
      setTold({ words: `验证码已发，${minutes} 分钟内有效`, isBad: false })
      setWait(waitSeconds)
    } catch (error) {
      setTold({ words: sentenceOf(error), isBad: true })
    }
  }
  const submit = async () => {
    await account.signInByPhone(phone, code)
    onDone()
  }
  return (
    <DoorForm submit="登录" why={code.trim() === '' ? '请先取验证码，再填进来' : undefined} onSubmit={submit}>
      <TextField
        label="手机号"
        kind="tel"
        hint="给预警信息员用。办公请用用户名和密码登录"
        value={phone}
        onChange={setPhone}
        autoComplete="tel"
        required
      />
      <div className="door-code">
        <TextField label="验证码" kind="tel" value={code} onChange={setCode} autoComplete="one-time-code" required />
        <Button onClick={send} why={wait > 0 ? `${wait} 秒后可以再取` : undefined}>
          {wait > 0 ? `${wait} 秒后再取` : '取验证码'}
        </Button>
      </div>
      {told && <Notice tone={told.isBad ? 'bad' : 'info'}>{told.words}</Notice>}
    </DoorForm>
  )
}

/** Seconds that count down to nothing. */
function useWait() {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft] as const
}
