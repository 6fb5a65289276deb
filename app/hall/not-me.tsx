import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { BigButton, HallFrame, HallNotice, TextAnswer } from '../../kit/hall/index.ts'
import { account } from '../web/shared/account.ts'
import { useComeAndGo, usePerson } from './person.tsx'
import { useBusy } from './use-busy.ts'

const back = { href: '/me', title: '我的' }

/** 这不是我: the number was somebody else's before. Who holds it now says who he is; nothing of the other is shown here. */
export default function NotMe() {
  const { me } = usePerson()
  if (me === null) {
    return (
      <HallFrame title="这不是我" back={back}>
        <p>先用您现在的手机号登录，再来这里。</p>
        <BigButton href="/sign-in?from=/not-me">登录</BigButton>
      </HallFrame>
    )
  }
  if (me && me.method !== 'phone_code') {
    return (
      <HallFrame title="这不是我" back={back}>
        <p>您是用密码登录的。请先退出，用手机号收验证码重新登录，再来这里。</p>
      </HallFrame>
    )
  }
  return <Claim />
}

function Claim() {
  const { phone: known } = usePerson()
  const { come } = useComeAndGo()
  const navigate = useNavigate()
  const { busy, problem, run } = useBusy()
  const [values, setValues] = useState({ phone: '', name: '', idNumber: '' })
  const phone = values.phone || (known ?? '')
  const change = (part: Partial<typeof values>) => setValues((old) => ({ ...old, ...part }))
  const why = !phone.trim()
    ? '先写手机号'
    : !values.name.trim()
      ? '再写姓名'
      : values.idNumber.trim()
        ? undefined
        : '再写证件号码'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why) return
    void run(async () => {
      await account.claimPhone({ ...values, phone })
      await come(phone)
      navigate('/me', { replace: true })
    })
  }
  return (
    <HallFrame title="这不是我" sub="手机号以前是别人的" back={back}>
      <p>
        号码会被运营商收回再卖。您刚才收到验证码，说明号码现在是您的。写上您自己的姓名和证件号码，这个号码就换到您名下。
      </p>
      <p className="nf-soft">以前那个人的内容不会给您看；他的工会会收到提醒，请他重新登记手机号。一天最多试三次。</p>
      <form className="hall-form" onSubmit={submit} noValidate>
        <TextAnswer
          label="现在登录的手机号"
          showLabel
          kind="tel"
          autoComplete="tel"
          max={20}
          value={phone}
          onChange={(text) => change({ phone: text })}
        />
        <TextAnswer
          label="您的姓名"
          showLabel
          autoComplete="name"
          max={50}
          value={values.name}
          onChange={(name) => change({ name })}
        />
        <TextAnswer
          label="您的证件号码"
          showLabel
          autoComplete="off"
          max={60}
          value={values.idNumber}
          onChange={(idNumber) => change({ idNumber })}
        />
        {problem && <HallNotice tone="bad">{problem}</HallNotice>}
        <div>
          <BigButton type="submit" why={why} busy={busy}>
            换成我自己的
          </BigButton>
        </div>
      </form>
    </HallFrame>
  )
}
