import type { GalleryEntry } from '../example.ts'
import { StateBlock } from './state-block.tsx'

const nothing = () => undefined

export const gallery: GalleryEntry = {
  name: 'StateBlock',
  use: '整块内容空着、正在读、读不到或不给看时，用它占位。',
  examples: [
    {
      title: '空',
      show: () => (
        <StateBlock kind="empty" title="今天没有到期的事">
          明天有 3 件到期，可以先看看。
        </StateBlock>
      ),
    },
    { title: '正在读', show: () => <StateBlock kind="loading" /> },
    { title: '出错', show: () => <StateBlock kind="error" action={{ title: '再试一次', onDo: nothing }} /> },
    { title: '没有这一条', show: () => <StateBlock kind="missing" /> },
    { title: '不给看', show: () => <StateBlock kind="forbidden" /> },
  ],
}
