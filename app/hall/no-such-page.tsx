import { useNavigate } from 'react-router'
import { HallFrame, StateBlock } from '../../kit/hall/index.ts'
import { tabs } from './tabs.ts'

export function NoSuchPage() {
  const navigate = useNavigate()
  return (
    <HallFrame title="暖蜂服务大厅" tabs={tabs}>
      <StateBlock kind="empty" title="没有这个页面" action={{ title: '回首页', onDo: () => navigate('/') }}>
        可能是链接旧了，或者抄漏了字。
      </StateBlock>
    </HallFrame>
  )
}
