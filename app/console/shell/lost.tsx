import { useRouteError } from 'react-router'
import { Link, StateBlock } from '../../../kit/index.ts'

/** An address that leads nowhere. */
export function Lost() {
  return (
    <StateBlock kind="empty" title="没有这个页面">
      地址可能写错了，或这一页已经搬走。<Link href="/console">回到待办</Link>
    </StateBlock>
  )
}

/** A page that broke: usually a new version was installed while this one was open. */
export function Trouble() {
  const error = useRouteError()
  const isStale = error instanceof TypeError && /import|module|fetch/i.test(error.message)
  return (
    <StateBlock
      kind="error"
      title={isStale ? '系统刚刚更新了' : '这一页出了问题'}
      action={{ title: '刷新', onDo: () => globalThis.location.reload() }}
    >
      刷新一下就好；还不行，请联系系统管理员。
    </StateBlock>
  )
}
