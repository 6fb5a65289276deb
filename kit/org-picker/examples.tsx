import { useState } from 'react'
import type { GalleryEntry } from '../example.ts'
import { type Org, type OrgNode, OrgPicker } from './org-picker.tsx'

const tree: Record<string, OrgNode[]> = {
  root: [{ id: '440307', title: '龙岗区总工会', hasChildren: true }],
  '440307': [
    { id: '003', title: '平湖街道总工会', hasChildren: true },
    { id: '004', title: '坂田街道总工会', hasChildren: false },
  ],
  '003': [
    { id: '012', title: '辅城坳社区工会联合会', hasChildren: false },
    { id: '013', title: '平湖物流园新就业形态劳动者暨货车司机工会联合会', hasChildren: false },
  ],
}
const load = async (parent: string | null) => tree[parent ?? 'root'] ?? []
const fail = () => Promise.reject(new Error('网络断了'))

function Example({ fails = false }: { fails?: boolean }) {
  const [org, setOrg] = useState<Org | undefined>(fails ? undefined : { id: '003', title: '平湖街道总工会' })
  return <OrgPicker label="交给哪个单位" value={org} onChange={setOrg} load={fails ? fail : load} required />
}

export const gallery: GalleryEntry = {
  name: 'OrgPicker',
  use: '从工会组织树里选一个单位，点开哪层读哪层。',
  examples: [
    { title: '选街道', show: () => <Example /> },
    { title: '读不到', show: () => <Example fails /> },
  ],
}
