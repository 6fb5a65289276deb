import { useState } from 'react'
import { TextField } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { DoorForm } from './door-form.tsx'

/** The six digits of the authenticator, or one of the recovery codes when the phone is lost. */
export function SecondFactor({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [isLost, setLost] = useState(false)
  const [code, setCode] = useState('')
  const submit = async () => {
    await (isLost ? account.proveBackupCode(code.trim()) : account.proveTotp(code.trim()))
    onDone()
  }
  const flip = () => {
    setLost(!isLost)
    setCode('')
  }
  return (
    <DoorForm
      submit="继续"
      why={code.trim() === '' ? (isLost ? '请填恢复码' : '请填 6 位动态口令') : undefined}
      onSubmit={submit}
      aside={
        <>
          <button type="button" className="nf-link" onClick={flip}>
            {isLost ? '用动态口令' : '手机不在身边，用恢复码'}
          </button>
          <button type="button" className="nf-link" onClick={onBack}>
            换个账号
          </button>
        </>
      }
    >
      <TextField
        key={String(isLost)}
        label={isLost ? '恢复码' : '动态口令'}
        hint={isLost ? '绑定动态口令时给您的恢复码，每个只能用一次' : '打开手机上的身份验证器，填现在显示的 6 位数字'}
        kind={isLost ? 'text' : 'tel'}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
    </DoorForm>
  )
}
