import type { GalleryEntry } from '../example.ts'
import { CommandBar } from './command-bar.tsx'
import type { CommandGroup } from './found.tsx'

const nothing = () => undefined
const all: CommandGroup[] = [
  { title: '要办的事', items: [{ id: 'new', title: '登记一件职工诉求', onDo: nothing }] },
  {
    title: '事项',
    items: [
      {
        id: 'a',
        title: '拖欠三个月工资，27 人',
        context: '职工诉求 · SQ2024-0412 · 签收超时 1 天',
        href: '/appeals/a',
      },
      { id: 'b', title: '某电子厂集体合同续签', context: '集体合同 · 剩 3 天', href: '/contracts/b' },
    ],
  },
  { title: '单位', items: [{ id: 'e', title: '深圳市某某电子有限公司', context: '平湖街道 · 红 21 分', href: '/e' }] },
]

export const gallery: GalleryEntry = {
  name: 'CommandBar',
  use: '顶上的一个搜索框：找人、找事，也能直接输入要办的事。Ctrl K 随处可到。',
  examples: [
    { title: '随便写几个字', show: () => <CommandBar search={async (text) => (text.includes('无') ? [] : all)} /> },
    { title: '找不成', show: () => <CommandBar search={() => Promise.reject(new Error('断网'))} /> },
  ],
}
