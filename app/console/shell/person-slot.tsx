import { Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { contract as notices } from '../../../kernel/notify/contract.ts'
import { useApi, useRead } from '../../../kit/api/index.ts'
import { useSignOut } from '../door/sign-out.tsx'
import { useWork } from './at-work.tsx'
import { Messages } from './messages.tsx'

/** Top right: messages, who is at work for which union, and the ways out. */
export function PersonSlot() {
  const { me, post, onSwitch } = useWork()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const posts = me.posts
    .filter(({ id }) => id !== post.id)
    .map(({ id, orgName, title }) => ({ key: id, label: `换到：${orgName} ${title}` }))
  const items = [...posts, { key: 'account', label: '我的账号' }, { key: 'leave', label: '退出登录' }]
  const choose = (key: string) => {
    if (key === 'leave') return void signOut()
    if (key === 'account') return void navigate('/console/account')
    onSwitch(key)
    void navigate('/console')
  }
  return (
    <div className="person">
      <Inbox />
      <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
        <button type="button" className="person-name" aria-haspopup="menu">
          {post.orgName} · {me.name}
        </button>
      </Dropdown>
    </div>
  )
}

function Inbox() {
  const [open, setOpen] = useState(false)
  const { data } = useRead(useApi('notices', notices).unread, {}, { every: 60_000 })
  const count = data?.count ?? 0
  return (
    <>
      <button type="button" className="person-inbox" onClick={() => setOpen(true)}>
        消息{count > 0 && <b>{count > 99 ? '99+' : count}</b>}
        {count > 0 && <span className="nf-hidden"> 条未读</span>}
      </button>
      <Messages open={open} onClose={() => setOpen(false)} />
    </>
  )
}
