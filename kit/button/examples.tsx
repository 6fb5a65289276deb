import type { GalleryEntry } from '../example.ts'
import { Button } from './button.tsx'

const nothing = () => undefined

export const gallery: GalleryEntry = {
  name: 'Button',
  use: '按钮。一页只有一个红的；不能按的说明为什么。',
  isSmall: true,
  examples: [
    { title: '主要', show: () => <Button kind="primary">签收</Button> },
    { title: '平常', show: () => <Button onClick={nothing}>转办</Button> },
    { title: '文字', show: () => <Button kind="text">看名单</Button> },
    { title: '正在办', show: () => <Button busy>导出中</Button> },
    { title: '不能按', show: () => <Button why="先写处置结果，才能结案">结案</Button> },
    { title: '链接', show: () => <Button href="/reports">导出 Word</Button> },
  ],
}
