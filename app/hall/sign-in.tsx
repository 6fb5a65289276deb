import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { HallFrame } from '../../kit/hall/index.ts'
import { useComeAndGo } from './person.tsx'
import { PasswordForm } from './sign-in-password.tsx'
import { PhoneForm } from './sign-in-phone.tsx'

/** By a code sent to the phone; by password for who has one. Then back to where one came from. */
export default function SignIn() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { come } = useComeAndGo()
  const [byPassword, setByPassword] = useState(false)
  const from = params.get('from') ?? '/'
  // Only addresses of this house.
  const target = /^\/(?!\/)/.test(from) ? from : '/'
  const done = async (phone?: string) => {
    await come(phone)
    navigate(target, { replace: true })
  }
  return (
    <HallFrame title="登录" back={{ href: target, title: '返回' }}>
      {byPassword ? <PasswordForm onDone={() => done()} /> : <PhoneForm onDone={done} />}
      <button type="button" className="nf-link hall-centre" onClick={() => setByPassword(!byPassword)}>
        {byPassword ? '用手机验证码登录' : '用密码登录'}
      </button>
      <p className="nf-soft">不登录也能提诉求，会给您一个回执码。</p>
    </HallFrame>
  )
}
