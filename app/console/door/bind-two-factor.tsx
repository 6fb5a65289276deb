import { QRCode } from 'antd'
import { useState } from 'react'
import { Notice, TextField } from '../../../kit/index.ts'
import { account, type TwoFactorSetup } from '../../web/shared/account.ts'
import { DoorForm } from './door-form.tsx'

/** Password first, then the picture to be scanned, then a code that proves it worked. */
export function BindTwoFactor({ onDone }: { onDone: () => void }) {
  const [setup, setSetup] = useState<TwoFactorSetup>()
  const [password, setPassword] = useState('')
  if (setup) return <Scan setup={setup} onDone={onDone} />
  const start = async () => setSetup(await account.enableTwoFactor(password))
  return (
    <DoorForm submit="开始绑定" why={password === '' ? '请填密码' : undefined} onSubmit={start}>
      <TextField
        label="登录密码"
        hint="先确认是您本人"
        kind="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
    </DoorForm>
  )
}

function Scan({ setup, onDone }: { setup: TwoFactorSetup; onDone: () => void }) {
  const [code, setCode] = useState('')
  const secret = new URL(setup.totpURI).searchParams.get('secret') ?? ''
  const prove = async () => {
    await account.proveTotp(code.trim())
    onDone()
  }
  return (
    <DoorForm submit="绑定" why={code.trim() === '' ? '请填身份验证器上的 6 位数字' : undefined} onSubmit={prove}>
      <ol className="door-steps">
        <li>在手机上装一个身份验证器（微信小程序里也有），扫这个码：</li>
      </ol>
      <QRCode type="svg" value={setup.totpURI} size={184} bordered={false} color="#1d2126" bgColor="#ffffff" />
      <p className="nf-soft nf-small">
        扫不了就手工填密钥：<code className="door-secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        <br />
        在手机上打开的，可以<a href={setup.totpURI}>直接加到验证器</a>
      </p>
      <Notice tone="watch" title="把恢复码抄下来，收好">
        手机丢了靠它登录，每个只能用一次，离开这一页就看不到了。
      </Notice>
      <ul className="door-codes" aria-label="恢复码">
        {setup.backupCodes.map((backup) => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <TextField
        label="验证器上的 6 位数字"
        kind="tel"
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
    </DoorForm>
  )
}
