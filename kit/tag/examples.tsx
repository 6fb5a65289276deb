import type { GalleryEntry } from '../example.ts'
import { Tag } from './tag.tsx'

export const gallery: GalleryEntry = {
  name: 'Tag',
  use: '一两个字的归类：哪条业务、什么状态。颜色之外字也要说清。',
  isSmall: true,
  examples: [
    { title: '业务', show: () => <Tag>职工诉求</Tag> },
    { title: '平常', show: () => <Tag tone="quiet">已归档</Tag> },
    { title: '风险', show: () => <Tag tone="red">红 21 分</Tag> },
    { title: '留意', show: () => <Tag tone="honey">黄 11 分</Tag> },
    { title: '完成', show: () => <Tag tone="green">已续签</Tag> },
  ],
}
