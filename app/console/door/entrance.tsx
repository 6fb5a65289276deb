import { useQuery, useQueryClient } from '@tanstack/react-query'
import { StateBlock } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'
import { ApiError } from '../../web/shared/send.ts'
import { BindTwoFactor } from './bind-two-factor.tsx'
import { ChangePassword } from './change-password.tsx'
import { DoorPage } from './door-page.tsx'
import { PostGate } from './post-gate.tsx'
import { SignIn } from './sign-in.tsx'
import { SignOutLink } from './sign-out.tsx'

/** Who stands at the door: nobody yet, somebody with something to see to first, or an officer who may come in. */
export function Entrance() {
  const client = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => account.me(signal), staleTime: 300_000 })
  const again = () => client.invalidateQueries({ queryKey: ['me'] })
  const isOut = me.error instanceof ApiError && me.error.status === 401
  if (!me.data) {
    if (me.isPending) return <StateBlock kind="loading" />
    if (isOut) {
      return (
        <DoorPage title="登录">
          <SignIn onDone={again} />
        </DoorPage>
      )
    }
    return <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void me.refetch() }} />
  }
  if (me.data.next === 'change_password') {
    return (
      <DoorPage title="先改密码" sub="第一次登录，或密码用得太久了。改好就能继续。">
        <ChangePassword onDone={again} />
        <SignOutLink />
      </DoorPage>
    )
  }
  if (me.data.next === 'enable_two_factor') {
    return (
      <DoorPage title="绑定动态口令" sub="办公账号要多一道锁：登录时除了密码，再填手机上的 6 位数字。">
        <BindTwoFactor onDone={again} />
        <SignOutLink />
      </DoorPage>
    )
  }
  return <PostGate me={me.data} isOut={isOut} />
}
