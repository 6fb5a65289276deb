import type { GalleryEntry } from '../example.ts'
import { Notice } from './notice.tsx'

const nothing = () => undefined

export const gallery: GalleryEntry = {
  name: 'Notice',
  use: '页面里的一句话：说发生了什么、该做什么、留住了什么。',
  examples: [
    { title: '说明', show: () => <Notice>单位不会知道是谁反映的，除非您同意。</Notice> },
    {
      title: '完成',
      show: () => (
        <Notice tone="good" title="已签收" onClose={nothing}>
          请在 1 个工作日内联系当事人。
        </Notice>
      ),
    },
    {
      title: '留意',
      show: () => (
        <Notice tone="watch" title="疑与 2 件重复" action={{ title: '看这两件', onDo: nothing }}>
          同一单位、同一月份的欠薪。
        </Notice>
      ),
    },
    {
      title: '出错',
      show: () => (
        <Notice tone="bad" title="没有提交成功" action={{ title: '再交一次', onDo: nothing }}>
          网络断了。您写的内容已存在这台电脑上。
        </Notice>
      ),
    },
  ],
}
