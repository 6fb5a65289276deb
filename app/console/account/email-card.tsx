import { useState } from 'react'
import { contract as notices } from '../../../kernel/notify/contract.ts'
import { NotYet, useAct, useApi, useRead } from '../../../kit/api/index.ts'
import { Button, Card, TextField, useSay } from '../../../kit/index.ts'
import { ApiError } from '../../web/shared/send.ts'
import { DoorForm } from '../door/door-form.tsx'

/** Where one is told by e-mail that something waits here; the mail itself says nothing about the matter. */
export function EmailCard() {
  const api = useApi('notices', notices)
  const remove = useAct(api.removeEmail)
  const { data, state, retry } = useRead(api.email, {})
  if (data === undefined) {
    return (
      <Card title="邮箱提醒">
        <NotYet state={state} retry={retry} />
      </Card>
    )
  }
  return (
    <Card title="邮箱提醒" sub="只提醒有新消息，不写内容">
      {data === null && <NewAddress />}
      {data && (
        <p>
          {data.masked}{' '}
          <button type="button" className="nf-link" onClick={() => void remove({})}>
            不再用它
          </button>
        </p>
      )}
      {data && data.verifiedAt === null && <Verify />}
      {data?.refusedAt && <p className="nf-soft">这个邮箱退信了，请换一个。</p>}
    </Card>
  )
}

function NewAddress() {
  const set = useAct(useApi('notices', notices).setEmail)
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  if (!isOpen) return <Button onClick={() => setOpen(true)}>填邮箱</Button>
  return (
    <DoorForm submit="发验证码" why={address.trim() === '' ? '请填邮箱' : undefined} onSubmit={() => set({ address })}>
      <TextField label="邮箱" kind="email" value={address} onChange={setAddress} autoComplete="email" required />
    </DoorForm>
  )
}

function Verify() {
  const verify = useAct(useApi('notices', notices).verifyEmail)
  const say = useSay()
  const [code, setCode] = useState('')
  const submit = async () => {
    const { isVerified, message } = await verify({ code })
    if (!isVerified) throw new ApiError(422, message)
    say('邮箱验证好了')
  }
  return (
    <DoorForm submit="验证" why={code.trim() === '' ? '请填邮件里的 6 位验证码' : undefined} onSubmit={submit}>
      <TextField
        label="邮件里的验证码"
        kind="tel"
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
    </DoorForm>
  )
}
