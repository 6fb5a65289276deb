import type { GalleryEntry } from '../example.ts'
import { Stepper } from './stepper.tsx'

const now = '2024-11-19T06:02:00.000Z'
const steps = [
  { title: '接报', at: '2024-11-18T01:12:00.000Z' },
  { title: '受理', at: '2024-11-18T02:40:00.000Z' },
  { title: '分派', at: '2024-11-18T03:02:00.000Z' },
  { title: '签收', due: '2024-11-18T05:02:00.000Z' },
  { title: '处置' },
  { title: '反馈' },
  { title: '回访' },
  { title: '结案', due: '2024-12-09T09:00:00.000Z' },
]

export const gallery: GalleryEntry = {
  name: 'Stepper',
  use: '一件事走到哪一步、每步何时。超时才用红。',
  examples: [
    { title: '签收超时', show: () => <Stepper steps={steps} current={3} now={now} /> },
    { title: '还在时限内', show: () => <Stepper steps={steps} current={3} now="2024-11-18T04:00:00.000Z" /> },
    { title: '撤回了', show: () => <Stepper steps={steps.slice(0, 4)} current={3} now={now} stopped="本人撤回" /> },
    { title: '简版', show: () => <Stepper steps={steps.slice(1, 5)} current={2} now={now} mini /> },
  ],
}
