import type { GalleryEntry } from '../example.ts'
import { DeadlineBadge } from './deadline-badge.tsx'

const now = '2024-11-19T02:00:00.000Z'

export const gallery: GalleryEntry = {
  name: 'DeadlineBadge',
  use: '还剩多久。到期前三天转黄，过期转红，悬停看准确时间。',
  isSmall: true,
  examples: [
    { title: '超时', show: () => <DeadlineBadge now={now} due="2024-11-18T01:00:00.000Z" what="签收" /> },
    { title: '几小时', show: () => <DeadlineBadge now={now} due="2024-11-19T05:10:00.000Z" /> },
    { title: '今天', show: () => <DeadlineBadge now={now} due="2024-11-19T09:00:00.000Z" /> },
    { title: '几天', show: () => <DeadlineBadge now={now} due="2024-11-21T09:00:00.000Z" /> },
    { title: '工作日', show: () => <DeadlineBadge now={now} due="2024-11-27T09:00:00.000Z" workingDaysLeft={6} /> },
    { title: '很远', show: () => <DeadlineBadge now={now} due="2025-03-01T09:00:00.000Z" /> },
    { title: '按期', show: () => <DeadlineBadge now={now} due="2024-11-18T09:00:00.000Z" state="met" /> },
    {
      title: '迟了',
      show: () => (
        <DeadlineBadge now={now} due="2024-11-18T01:00:00.000Z" state="met" metAt="2024-11-18T09:00:00.000Z" />
      ),
    },
    { title: '暂停', show: () => <DeadlineBadge now={now} due="2024-11-27T09:00:00.000Z" state="paused" /> },
  ],
}
