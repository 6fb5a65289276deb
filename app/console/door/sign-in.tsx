import { useState } from 'react'
import { Segments, TextField } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { DoorForm } from './door-form.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { SecondFactor } from './second-factor.tsx'

const ways = [
  { value: 'password', title: '用户名和密码' },
  { value: 'phone', title: '手机验证码' },
]

/** Both ways in; the second factor follows the password when it is on. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const [way, setWay] = useState('password')
  const [isHalfway, setHalfway] = useState(false)
  if (isHalfway) return <SecondFactor onDone={onDone} onBack={() => setHalfway(false)} />
  return (
    <>
      <Segments label="登录方式" value={way} onChange={setWay} options={ways} />
      {way === 'password' ? (
        <PasswordSignIn onDone={onDone} onHalfway={() => setHalfway(true)} />
      ) : (
        <PhoneSignIn onDone={onDone} />
      )}
    </>
  )
}

function PasswordSignIn({ onDone, onHalfway }: { onDone: () => void; onHalfway: () => void }) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const submit = async () => {
    const { twoFactor } = await account.signIn(name.trim(), password)
    if (twoFactor) onHalfway()
    else onDone()
  }
  const why = name.trim() === '' ? '请填用户名或手机号' : password === '' ? '请填密码' : undefined
  return (
    <DoorForm submit="登录" why={why} onSubmit={submit}>
      <TextField label="用户名或手机号" value={name} onChange={setName} autoComplete="username" required />
      <TextField
        label="密码"
        kind="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
    </DoorForm>
  )
}
