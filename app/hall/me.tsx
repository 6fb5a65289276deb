import { useState } from 'react'
import { sentenceOf } from '../../kit/api/index.ts'
import { BigButton, HallFrame, HallList, HallNotice, StateBlock, useElderMode } from '../../kit/hall/index.ts'
import { useFederationName } from './federation.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { nameOf, useComeAndGo, usePerson } from './person.tsx'
import { tabs } from './tabs.ts'

/** 我的: who I am here, how I like to read, what is kept about me. */
export default function MePage() {
  const federation = useFederationName()
  const { isElder, switchMode } = useElderMode()
  return (
    <HallFrame title="我的" tabs={tabs} current="/me">
      <OfflineNotice />
      <Who />
      <button type="button" className="hall-switch" role="switch" aria-checked={isElder} onClick={switchMode}>
        <span>
          长辈版
          <small>字大一些，按钮大一些</small>
        </span>
        <span aria-hidden="true">{isElder ? '开着' : '关着'}</span>
      </button>
      <HallList
        label="别的"
        items={[
          { id: 'card', href: '/card', title: '会员证', sub: '出示、核验' },
          { id: 'membership', href: '/my-membership', title: '我的会籍', sub: '在哪个工会，换工作了怎么转会' },
          { id: 'rate-union', href: '/rate-union', title: '给工会打分', sub: '没有人会知道您怎么评的' },
          {
            id: 'suggest',
            href: '/appeal?as=suggestion',
            title: '投诉建议',
            sub: '办得慢、态度不好、页面不好用，都可以说',
          },
          { id: 'privacy', href: '/privacy', title: '个人信息怎么保护', sub: '记了什么，谁能看' },
        ]}
      />
      <footer className="hall-foot">
        {federation && <p>主办单位：{federation}</p>}
        <p>备案编号：待备案</p>
        <p>
          工会热线 <a href="tel:12351">12351</a>
        </p>
      </footer>
    </HallFrame>
  )
}

function Who() {
  const { me, isWaiting } = usePerson()
  if (isWaiting) return <StateBlock kind="loading" />
  if (me === undefined)
    return (
      <StateBlock kind="error" title="没有取到登录情况">
        可能是网络断了。写诉求不受影响。
      </StateBlock>
    )
  if (me === null) {
    return (
      <>
        <p>没有登录。登录后能看到自己提过的每一件事，不用记回执码。</p>
        <BigButton href="/sign-in?from=/me">登录</BigButton>
      </>
    )
  }
  const isOfficer = me.posts.length > 0
  return (
    <>
      <section className="hall-who">
        <h2>{nameOf(me) || '您好'}</h2>
        <p className="nf-soft">{isOfficer ? '在这里您是一名职工；办公请用工作台。' : '已登录'}</p>
      </section>
      {me.next && <HallNotice tone="watch">您的账号要先到工作台改好密码，才能看自己的事项。</HallNotice>}
      <HallList
        label="登录"
        items={[
          { id: 'devices', href: '/me/devices', title: '登录的手机和电脑', sub: '丢了手机，在这里让它退出' },
          ...(me.method === 'phone_code' ? [notMe] : []),
        ]}
      />
      <SignOut />
    </>
  )
}

/** Operators give numbers out again: what is here may be the former holder's. */
const notMe = { id: 'not-me', href: '/not-me', title: '这不是我', sub: '手机号以前是别人的，换成我自己的' }

function SignOut() {
  const { go } = useComeAndGo()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const leave = async () => {
    setBusy(true)
    setProblem(undefined)
    await go().catch((error: unknown) => setProblem(sentenceOf(error)))
    setBusy(false)
  }
  return (
    <div>
      {problem && <HallNotice tone="bad">没有退出成：{problem}</HallNotice>}
      <BigButton kind="plain" busy={busy} onClick={() => void leave()}>
        退出登录
      </BigButton>
    </div>
  )
}
