import type { GalleryEntry } from '../../example.ts'
import { type Door, Doors } from './doors.tsx'

const doors: Door[] = [
  { href: '/appeal', title: '我要诉求', icon: 'speech' },
  { href: '/join', title: '加入工会', icon: 'person' },
  { href: '/stations', title: '找驿站', icon: 'pin' },
  { href: '/hardship', title: '困难帮扶', icon: 'heart' },
  { href: '/law', title: '法律援助', icon: 'scales' },
  { href: '/training', title: '培训竞赛', icon: 'cap' },
  { href: '/injury', title: '工伤探视', icon: 'bandage' },
  { href: '/events', title: '活动', icon: 'calendar' },
]

export const gallery: GalleryEntry = {
  name: 'Doors',
  use: '大厅首页的八扇门。',
  hall: true,
  examples: [{ title: '八扇门', show: () => <Doors doors={doors} /> }],
}
