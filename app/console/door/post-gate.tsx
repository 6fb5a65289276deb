import { useState } from 'react'
import type { HeldPost, Me } from '../../web/shared/account.ts'
import { isLay } from '../roles.ts'
import { Desk } from '../shell/desk.tsx'
import { DoorPage } from './door-page.tsx'
import { readPost, writePost } from './post-choice.ts'
import { SignOutLink } from './sign-out.tsx'

/** One post at a time: the last one, the only one, or the one that is chosen now. */
export function PostGate({ me, isOut }: { me: Me; isOut: boolean }) {
  const [chosen, setChosen] = useState(readPost)
  const choose = (id: string | undefined) => {
    writePost(id)
    setChosen(id)
  }
  const post = me.posts.find(({ id }) => id === chosen) ?? (me.posts.length === 1 ? me.posts[0] : undefined)
  if (me.posts.length === 0) return <NoPost name={me.name} />
  if (!post) return <ChoosePost me={me} onChoose={choose} />
  if (me.method === 'phone_code' && !isLay(post.role))
    return <NeedsPassword canSwitch={me.posts.length > 1} onSwitch={() => choose(undefined)} />
  return <Desk key={`${me.accountId} ${post.id}`} me={me} post={post} isOut={isOut} onSwitch={choose} />
}

function NoPost({ name }: { name: string }) {
  return (
    <DoorPage title={`${name}，您现在没有工会职务`} sub="工作台给工会干部用。反映问题、查进度，请到职工服务大厅。">
      <p>
        <a href="/">去服务大厅</a>
      </p>
      <p className="nf-soft">刚任职的，请本单位管理员登记职务后再登录。</p>
      <SignOutLink />
    </DoorPage>
  )
}

function NeedsPassword({ canSwitch, onSwitch }: { canSwitch: boolean; onSwitch: () => void }) {
  return (
    <DoorPage title="办公请用密码登录" sub="手机验证码只够预警信息员用。请退出，再用用户名和密码登录。">
      <SignOutLink />
      {canSwitch && (
        <button type="button" className="nf-link" onClick={onSwitch}>
          换一个身份
        </button>
      )}
    </DoorPage>
  )
}

function ChoosePost({ me, onChoose }: { me: Me; onChoose: (id: string) => void }) {
  return (
    <DoorPage title={`${me.name}，今天以哪个身份办事`} sub="您有几个职务，一次用一个，进去后随时可以换。">
      <ul className="door-posts">
        {me.posts.map((post) => (
          <li key={post.id}>
            <button type="button" onClick={() => onChoose(post.id)}>
              <strong>{post.orgName}</strong>
              <span className="nf-soft">{titleOf(post)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SignOutLink />
    </DoorPage>
  )
}

const titleOf = (post: HeldPost): string => post.title || '职务未写'
