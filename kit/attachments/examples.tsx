import type { GalleryEntry } from '../example.ts'
import { type AttachedFile, Attachments } from './attachments.tsx'

const nothing = () => undefined
const files: AttachedFile[] = [
  { id: '1', name: '八月工资条.jpg', size: 655_360, state: 'done', href: '/files/1' },
  {
    id: '2',
    name: '车间二十七名职工联名情况说明（按手印，正反两面扫描，第二次补充）.pdf',
    size: 2_516_582,
    state: 'sending',
    progress: 0.4,
  },
  { id: '3', name: '考勤记录.xlsx', size: 88_000, state: 'failed' },
]

export const gallery: GalleryEntry = {
  name: 'Attachments',
  use: '附件：传到哪了、没传上怎么办。工作台和大厅都用。',
  examples: [
    {
      title: '正在传',
      show: () => (
        <Attachments
          label="证据材料"
          hint="照片、录音、文件都行，每个不超过 20 MB"
          files={files}
          max={9}
          maxBytes={20 * 1024 * 1024}
          onAdd={nothing}
          onRemove={nothing}
          onRetry={nothing}
        />
      ),
    },
    { title: '只看', show: () => <Attachments label="证据材料" files={files.slice(0, 1)} /> },
    { title: '空', show: () => <Attachments label="证据材料" files={[]} /> },
  ],
}
