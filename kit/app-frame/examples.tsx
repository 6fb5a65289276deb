import { CommandBar } from '../command-bar/command-bar.tsx'
import type { GalleryEntry } from '../example.ts'
import { Page } from '../page/page.tsx'
import { AppFrame, type NavGroup } from './app-frame.tsx'

const item = (title: string, count?: number) => ({ href: `/${title}`, title, count })
const groups: NavGroup[] = [
  { items: [item('待办', 14), item('一屏总览'), item('年度任务'), item('年度报告')] },
  { title: '维权', items: [item('职工诉求', 9), item('“211”预警', 2), item('集体合同', 3), item('诉调对接', 6)] },
  { title: '组建', items: [item('建会入会', 21), item('星级工会'), item('驿站')] },
]

function Example() {
  return (
    <AppFrame
      title="暖蜂工作台"
      mark="蜂"
      groups={groups}
      current="/待办"
      search={<CommandBar search={async () => []} />}
      person={<span>平湖街道总工会 · 李敏</span>}
    >
      <Page title="今天先办 2 件，另有 5 件三天内到期" sub="按时限排序，所有业务在一处。">
        <p>清单在这里。</p>
      </Page>
    </AppFrame>
  )
}

export const gallery: GalleryEntry = {
  name: 'AppFrame',
  use: '工作台的外框。窄屏时目录收成抽屉。',
  examples: [{ title: '全页', show: Example, isPage: true }],
}
