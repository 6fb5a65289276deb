import { type FormEvent, useId, useState } from 'react'
import { BigButton, HallNotice, TextAnswer } from '../../kit/hall/index.ts'
import { account } from '../web/shared/account.ts'
import { useBusy } from './use-busy.ts'

/** Name and password; those who bound an authenticator also give its six digits. */
export function PasswordForm({ onDone }: { onDone: () => Promise<void> }) {
  const id = useId()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const { busy, problem, run } = useBusy()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      if (asksCode) await account.proveTotp(code.trim())
      else if ((await account.signIn(name.trim(), password)).twoFactor) return setAsksCode(true)
      await onDone()
    })
  }
  const isFilled = asksCode ? code.trim() !== '' : name.trim() !== '' && password !== ''
  return (
    <form className="hall-form" onSubmit={submit} noValidate>
      {asksCode ? (
        <TextAnswer
          label="动态口令"
          showLabel
          kind="number"
          autoComplete="one-time-code"
          max={10}
          value={code}
          onChange={setCode}
        />
      ) : (
        <>
          <TextAnswer
            label="用户名或手机号"
            showLabel
            autoComplete="username"
            max={60}
            value={name}
            onChange={setName}
          />
          <div className="hall-password">
            <label htmlFor={id}>密码</label>
            <input
              id={id}
              type="password"
              className="nf-hall-box"
              autoComplete="current-password"
              maxLength={128}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </div>
        </>
      )}
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <div>
        <BigButton
          type="submit"
          why={isFilled ? undefined : asksCode ? '写上 6 位动态口令' : '先写用户名和密码'}
          busy={busy}
        >
          登录
        </BigButton>
      </div>
    </form>
  )
}
