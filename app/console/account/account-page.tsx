import { useState } from 'react'
import { Button, Card, Columns, Fact, Facts, Page, Stack, useSay } from '../../../kit/index.ts'
import { ChangePassword } from '../door/change-password.tsx'
import { useWork } from '../shell/at-work.tsx'
import { EmailCard } from './email-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { TwoFactorCard } from './two-factor-card.tsx'

/** My account: who I am here, where I am signed in, my password and second factor. */
export default function AccountPage() {
  const { me } = useWork()
  return (
    <Page title="我的账号" sub="登录、密码和提醒都在这里管。">
      <Columns>
        <Stack>
          <Posts />
          <SessionsCard />
        </Stack>
        <Stack>
          {me.hasPassword && <PasswordCard />}
          {me.hasPassword && <TwoFactorCard />}
          <EmailCard />
        </Stack>
      </Columns>
    </Page>
  )
}

function Posts() {
  const { me, post, onSwitch } = useWork()
  return (
    <Card title={me.name} sub={me.username ?? undefined}>
      <Facts>
        {me.posts.map((held) => (
          <Fact key={held.id} term={held.id === post.id ? '现在的身份' : '另一个身份'}>
            {held.orgName} {held.title}{' '}
            {held.id !== post.id && (
              <button type="button" className="nf-link" onClick={() => onSwitch(held.id)}>
                换成这个
              </button>
            )}
          </Fact>
        ))}
      </Facts>
    </Card>
  )
}

function PasswordCard() {
  const [isOpen, setOpen] = useState(false)
  const say = useSay()
  const done = () => {
    setOpen(false)
    say('密码改好了，别的设备都已退出')
  }
  return (
    <Card title="密码">
      {isOpen ? <ChangePassword onDone={done} /> : <Button onClick={() => setOpen(true)}>改密码</Button>}
    </Card>
  )
}
