import type { GalleryEntry } from '../../example.ts'
import { BigButton } from './big-button.tsx'

export const gallery: GalleryEntry = {
  name: 'BigButton',
  use: '拇指处的一个大按钮。',
  hall: true,
  examples: [
    { title: '下一步', show: () => <BigButton>下一步</BigButton> },
    { title: '还不能按', show: () => <BigButton why="先写一句发生了什么">下一步</BigButton> },
    { title: '正在交', show: () => <BigButton busy>提交</BigButton> },
    { title: '次要', show: () => <BigButton kind="plain">补充材料</BigButton> },
  ],
}
