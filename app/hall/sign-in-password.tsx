import { type FormEvent, useId, useState } from 'react'
import { BigButton, HallNotice, TextAnswer } from '../../kit/hall/index.ts'
import { account } from '../web/shared/account.ts'
import { useBusy } from './use-busy.ts'

/** Name and password; those who bound an authenticator also give its six digits. */
export function PasswordForm({ onDone }: { onDone: () => Promise<void> }) {
  const [typed, setTyped] = useState({ name: '', password: '', code: '' })
  const [asksCode, setAsksCode] = useState(false)
  const { busy, problem, run } = useBusy()
  const change = (part: Partial<Typed>) => setTyped((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      if (asksCode) await account.proveTotp(typed.code.trim())
      else if ((await account.signIn(typed.name.trim(), typed.password)).twoFactor) return setAsksCode(true)
      await onDone()
    })
  }
  return (
    <form className="hall-form" onSubmit={submit} noValidate>
      {asksCode ? (
        <TextAnswer
          label="动态口令"
          showLabel
          kind="number"
          autoComplete="one-time-code"
          max={10}
          value={typed.code}
          onChange={(code) => change({ code })}
        />
      ) : (
        <NameAndPassword typed={typed} onChange={change} />
      )}
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <div>
        <BigButton type="submit" why={whyNotYet(typed, asksCode)} busy={busy}>
          登录
        </BigButton>
      </div>
    </form>
  )
}

interface Typed {
  name: string
  password: string
  code: string
}

function whyNotYet({ name, password, code }: Typed, asksCode: boolean): string | undefined {
  if (asksCode) return code.trim() === '' ? '写上 6 位动态口令' : undefined
  return name.trim() === '' || password === '' ? '先写用户名和密码' : undefined
}

function NameAndPassword({ typed, onChange }: { typed: Typed; onChange: (part: Partial<Typed>) => void }) {
  const id = useId()
  return (
    <>
      <TextAnswer
        label="用户名或手机号"
        showLabel
        autoComplete="username"
        max={60}
        value={typed.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="hall-password">
        <label htmlFor={id}>密码</label>
        <input
          id={id}
          type="password"
          className="nf-hall-box"
          autoComplete="current-password"
          maxLength={128}
          value={typed.password}
          onChange={({ target }) => onChange({ password: target.value })}
        />
      </div>
    </>
  )
}
