import type { GalleryEntry } from '../example.ts'
import { Timeline } from './timeline.tsx'

const now = '2024-11-18T06:02:00.000Z'
const items = [
  {
    id: '1',
    at: '2024-11-18T03:02:00.000Z',
    title: '职工诉求 SQ2024-0412 分派给平湖街道',
    who: '龙岗区总工会 王芳',
    isCurrent: true,
  },
  {
    id: '2',
    at: '2024-11-17T08:20:00.000Z',
    title: '“211”信号：欠薪（9 分），信息员上报',
    who: '身份已隐去',
    detail: '“车间二十多人都没拿到八月工资，老板说等货款。”',
    href: '/warnings/2',
  },
  { id: '3', at: '2024-11-12T02:00:00.000Z', title: '职工诉求 SQ2024-0377 同一单位，已并入', who: '12345 转办' },
]

export const gallery: GalleryEntry = {
  name: 'Timeline',
  use: '发生过什么，谁在什么时候做的。',
  examples: [
    { title: '同一纠纷', show: () => <Timeline label="同一纠纷" items={items} now={now} onMore={() => undefined} /> },
    { title: '空', show: () => <Timeline label="同一纠纷" items={[]} now={now} /> },
  ],
}
