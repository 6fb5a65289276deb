import { Component, type ReactNode } from 'react'
import { HallFrame, StateBlock } from '../../kit/hall/index.ts'

/**
 * A screen that did not come over the wire, or broke: says so and offers to load anew. React hears of such things only through a class.
 */
export class Broken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <HallFrame title="暖蜂服务大厅">
        <StateBlock
          kind="error"
          title="这一页没有打开"
          action={{ title: '重新打开', onDo: () => globalThis.location.reload() }}
        >
          可能是网络断了。写过的都存在这部手机上。急事请打 12351。
        </StateBlock>
      </HallFrame>
    )
  }
}
