import type { HallTab } from '../../kit/hall/index.ts'

export const tabs: readonly HallTab[] = [
  { href: '/', title: '首页', icon: 'house' },
  { href: '/matters', title: '事项', icon: 'list' },
  { href: '/me', title: '我的', icon: 'person' },
]
