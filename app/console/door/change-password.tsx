import { useState } from 'react'
import { TextField } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { DoorForm } from './door-form.tsx'

/** The old one, the new one twice. All other devices are signed out by it. */
export function ChangePassword({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const submit = async () => {
    await account.changePassword(current, next)
    onDone()
  }
  return (
    <DoorForm submit="改密码" why={whyNot(current, next, again)} onSubmit={submit}>
      <TextField
        label="现在的密码"
        kind="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        required
      />
      <TextField
        label="新密码"
        kind="password"
        hint="至少 10 位，大写字母、小写字母、数字、符号里有三类；不能和最近 5 次相同"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        required
      />
      <TextField
        label="再写一遍新密码"
        kind="password"
        value={again}
        onChange={setAgain}
        error={again !== '' && again.length >= next.length && again !== next ? '两遍不一样，请核对' : undefined}
        autoComplete="new-password"
        required
      />
    </DoorForm>
  )
}

function whyNot(current: string, next: string, again: string): string | undefined {
  if (current === '') return '请填现在的密码'
  if (next === '') return '请填新密码'
  return next === again ? undefined : '两遍新密码不一样，请核对'
}
