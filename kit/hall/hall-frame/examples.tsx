import type { GalleryEntry } from '../../example.ts'
import { Tag } from '../../tag/tag.tsx'
import { gallery as doors } from '../doors/examples.tsx'
import { HallSection } from '../hall-list/hall-list.tsx'
import { MatterCard } from '../matter-card/matter-card.tsx'
import { SayFirst } from '../say-first/say-first.tsx'
import { HallFrame, type HallTab } from './hall-frame.tsx'

const Doors = doors.examples[0]!.show
const tabs: HallTab[] = [
  { href: '/', title: '首页', icon: 'house' },
  { href: '/matters', title: '事项', icon: 'list' },
  { href: '/stations', title: '驿站', icon: 'pin' },
  { href: '/me', title: '我的', icon: 'person' },
]
const steps = [{ title: '已收到' }, { title: '已受理' }, { title: '处理中' }, { title: '答复' }]

function Home() {
  return (
    <HallFrame title="暖蜂服务大厅" sub="龙岗区总工会" tabs={tabs} current="/">
      <SayFirst href="/appeal" onSaid={() => undefined} />
      <Doors />
      <HallSection title="我的事项">
        <MatterCard
          href="/matters/1"
          title="工资诉求"
          badge={<Tag tone="honey">今天会联系您</Tag>}
          steps={steps}
          current={2}
          now="2024-11-19T02:00:00.000Z"
          who="平湖街道总工会 李敏"
          until="最迟 12 月 9 日答复"
        />
      </HallSection>
    </HallFrame>
  )
}

export const gallery: GalleryEntry = {
  name: 'HallFrame · useElderMode',
  use: '大厅的外框；右上角切长辈版，这部手机记住。',
  hall: true,
  examples: [{ title: '首页', show: Home, isPage: true }],
}
