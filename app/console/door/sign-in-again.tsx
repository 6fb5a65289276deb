import { Modal } from 'antd'
import { SignIn } from './sign-in.tsx'
import { SignOutLink } from './sign-out.tsx'

/** The session ended while somebody was at work: asked over the page, so that what was typed stays. */
export function SignInAgain({ open, onDone }: { open: boolean; onDone: () => void }) {
  return (
    <Modal
      open={open}
      title="登录已过期，请再登录一次"
      footer={null}
      closable={false}
      keyboard={false}
      width={420}
      destroyOnHidden
    >
      <div className="door-again">
        <p className="nf-soft">没办完的内容都还在，登录后接着办。</p>
        <SignIn onDone={onDone} />
        <SignOutLink />
      </div>
    </Modal>
  )
}
