import { sentenceOf } from '../../../kit/api/index.ts'
import { useSay } from '../../../kit/index.ts'
import { account } from '../../web/shared/account.ts'

/** Signs out and leaves nothing of the desk in memory. */
export function useSignOut(): () => Promise<void> {
  const say = useSay()
  return async () => {
    try {
      await account.signOut()
      globalThis.location.assign('/console')
    } catch (error) {
      say(sentenceOf(error), 'bad')
    }
  }
}

export function SignOutLink() {
  const signOut = useSignOut()
  return (
    <button type="button" className="nf-link" onClick={signOut}>
      退出登录
    </button>
  )
}
