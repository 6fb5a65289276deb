import { useState } from 'react'
import { Button, Card, TextField, useSay } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { BindTwoFactor } from '../door/bind-two-factor.tsx'
import { DoorForm } from '../door/door-form.tsx'
import { useWork } from '../shell/at-work.tsx'

type Doing = 'bind' | 'codes' | 'off' | undefined

/** The second lock: bind, draw new recovery codes, or take it off to bind another phone. */
export function TwoFactorCard() {
  const { me } = useWork()
  const [isOn, setOn] = useState(me.isTwoFactorOn)
  const [doing, setDoing] = useState<Doing>()
  const say = useSay()
  const finish = (next: boolean, words: string) => {
    setOn(next)
    setDoing(undefined)
    say(words)
  }
  return (
    <Card title="动态口令" sub={isOn ? '已绑定' : '还没有绑定'}>
      {doing === undefined && (
        <div className="button-row">
          {!isOn && <Button onClick={() => setDoing('bind')}>绑定</Button>}
          {isOn && <Button onClick={() => setDoing('codes')}>换一批恢复码</Button>}
          {isOn && <Button onClick={() => setDoing('off')}>关闭，换手机时用</Button>}
        </div>
      )}
      {doing === 'bind' && <BindTwoFactor onDone={() => finish(true, '动态口令绑好了')} />}
      {doing === 'codes' && <NewCodes onDone={() => setDoing(undefined)} />}
      {doing === 'off' && <TurnOff onDone={() => finish(false, '动态口令已关闭')} />}
    </Card>
  )
}

function TurnOff({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('')
  const submit = async () => {
    await account.disableTwoFactor(password)
    onDone()
  }
  return (
    <DoorForm submit="关闭动态口令" why={password === '' ? '请填密码' : undefined} onSubmit={submit}>
      <TextField
        label="登录密码"
        kind="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
    </DoorForm>
  )
}

function NewCodes({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()
  const draw = async () => setCodes((await account.renewBackupCodes(password)).backupCodes)
  if (codes) {
    return (
      <>
        <p>旧的恢复码已作废，请抄下新的：</p>
        <ul className="door-codes" aria-label="恢复码">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Button onClick={onDone}>抄好了</Button>
      </>
    )
  }
  return (
    <DoorForm submit="换恢复码" why={password === '' ? '请填密码' : undefined} onSubmit={draw}>
      <TextField
        label="登录密码"
        kind="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
    </DoorForm>
  )
}
