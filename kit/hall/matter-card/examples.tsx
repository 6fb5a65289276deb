import { DeadlineBadge } from '../../deadline-badge/deadline-badge.tsx'
import type { GalleryEntry } from '../../example.ts'
import { Tag } from '../../tag/tag.tsx'
import { MatterCard } from './matter-card.tsx'

const now = '2024-11-19T02:00:00.000Z'
const steps = [{ title: '已收到' }, { title: '已受理' }, { title: '处理中' }, { title: '答复' }]

export const gallery: GalleryEntry = {
  name: 'MatterCard',
  use: '我的一件事：到哪一步、谁在办、最迟什么时候。',
  hall: true,
  examples: [
    {
      title: '正在办',
      show: () => (
        <MatterCard
          href="/matters/1"
          title="工资诉求"
          badge={<Tag tone="honey">今天会联系您</Tag>}
          steps={steps}
          current={2}
          now={now}
          who="平湖街道总工会 李敏"
          until="最迟 12 月 9 日答复"
          action={{ title: '补充材料', href: '/matters/1/more' }}
        />
      ),
    },
    {
      title: '迟了，名字很长',
      show: () => (
        <MatterCard
          href="/matters/2"
          title="深圳市平湖某某精密电子（集团）股份有限公司第三分公司加班工资按最低标准折算"
          badge={<DeadlineBadge now={now} due="2024-11-17T01:00:00.000Z" />}
          steps={steps.map((step, index) => (index === 2 ? { ...step, due: '2024-11-17T01:00:00.000Z' } : step))}
          current={2}
          now={now}
          who="平湖街道总工会"
        />
      ),
    },
  ],
}
