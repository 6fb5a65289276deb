import { Button } from '../button/button.tsx'
import type { GalleryEntry } from '../example.ts'
import { Tag } from '../tag/tag.tsx'
import { Page } from './page.tsx'

export const gallery: GalleryEntry = {
  name: 'Page',
  use: '工作台的一页：题目是一句话，右边是能办的事。',
  examples: [
    {
      title: '待办',
      show: () => (
        <Page title="今天先办 2 件，另有 5 件三天内到期" sub="按时限排序，所有业务在一处。时限依据点开可见。">
          <p>清单</p>
        </Page>
      ),
    },
    {
      title: '带按钮',
      show: () => (
        <Page
          title="2023 年工作报告"
          badges={<Tag>草稿</Tag>}
          sub="54 个数字全部来自记录 · 3 处与上一版不同"
          actions={<Button kind="primary">定稿</Button>}
        >
          <p>正文</p>
        </Page>
      ),
    },
  ],
}
