import type { GalleryEntry } from '../example.ts'
import { VerbBar } from './verb-bar.tsx'

const nothing = () => undefined
const verbs = [
  { verb: 'sign', title: '签收', enabled: true, primary: true },
  { verb: 'transfer', title: '转办', enabled: true },
  { verb: 'merge', title: '并案', enabled: true },
  { verb: 'close', title: '结案', enabled: false, why: '先写处置结果并回访当事人，才能结案' },
]
const many = [
  ...verbs,
  { verb: 'extend', title: '延期', enabled: true },
  { verb: 'return', title: '退回', enabled: false, why: '已经签收的不能退回，可以转办' },
]

export const gallery: GalleryEntry = {
  name: 'VerbBar',
  use: '一条记录能办的事。随记录给的动词原样摆出，不能办的说明原因。',
  examples: [
    { title: '四件', show: () => <VerbBar verbs={verbs} onVerb={nothing} /> },
    { title: '多了收进更多', show: () => <VerbBar verbs={many} onVerb={nothing} /> },
    { title: '正在签收', show: () => <VerbBar verbs={verbs} onVerb={nothing} busy="sign" /> },
  ],
}
