import { Confirm } from '../../../kit/hall/index.ts'
import type { Mine } from './hall-api.ts'
import { useSend } from './use-send.ts'

interface MineProps {
  mine: Mine
  root: string
}

export function Leave({ mine, root }: MineProps) {
  const { send, busy, problem } = useSend('leave')
  return (
    <Confirm
      title="真的要退会吗？"
      sub={mine.unionName ?? undefined}
      back={{ href: root, title: '我的会籍' }}
      stay="不退了"
      act="退会"
      sending={{ busy, problem }}
      onAct={() => void send({})}
    >
      <p>退会是您的自由，今天就生效，不用批准，也不用写原因。</p>
      <p>退会以后，会员的互助保障、慰问、优惠就停了。换了工作的，转会就行；暂时没有工作的，可以保留会籍。</p>
    </Confirm>
  )
}

export function Resume({ mine, root }: MineProps) {
  const { send, busy, problem } = useSend('resume')
  return (
    <Confirm
      title="恢复会籍"
      sub={mine.unionName ?? undefined}
      back={{ href: root, title: '我的会籍' }}
      stay="先不恢复"
      act="恢复"
      sending={{ busy, problem }}
      onAct={() => void send({})}
    >
      <p>回到原单位上班了，由工会确认以后恢复会费和表决权。到了别的单位，请用“转会”。</p>
    </Confirm>
  )
}
