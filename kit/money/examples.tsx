import type { GalleryEntry } from '../example.ts'
import { Money } from './money.tsx'

export const gallery: GalleryEntry = {
  name: 'Money',
  use: '一笔钱。库里存分，屏上说元或万元，悬停看准数。',
  isSmall: true,
  examples: [
    { title: '请求的工资', show: () => <Money fen={48_600_000} /> },
    { title: '全年追回', show: () => <Money fen={3_851_000_000} /> },
    { title: '指定万元', show: () => <Money fen={461_990_000} unit="万元" /> },
    { title: '有零有整', show: () => <Money fen={123_450} unit="元" /> },
  ],
}
