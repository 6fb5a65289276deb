import { useState } from 'react'
import type { GalleryEntry } from '../example.ts'
import type { Pick } from '../search-picker/search-picker.tsx'
import { PersonPicker } from './person-picker.tsx'

const people: Pick[] = [
  { id: '1', name: '李敏', context: '平湖街道总工会 · 专干' },
  { id: '2', name: '李敏', context: '坂田街道总工会 · 社会化工作者' },
  { id: '3', name: '阿依古丽·买买提江·阿不都热合曼', context: '某物流平湖分拨中心工会联合会 · 副主席' },
]
const find = async (text: string) => people.filter((person) => person.name.includes(text))

function Example({ fails = false }: { fails?: boolean }) {
  const [person, setPerson] = useState<Pick | undefined>(fails ? undefined : people[2])
  const search = fails ? () => Promise.reject(new Error('网络断了')) : find
  return <PersonPicker label="交给谁办" value={person} onChange={setPerson} search={search} required />
}

export const gallery: GalleryEntry = {
  name: 'PersonPicker',
  use: '选一个人。重名的靠单位和岗位分清。',
  examples: [
    { title: '找“李”试试', show: () => <Example /> },
    { title: '找不成', show: () => <Example fails /> },
  ],
}
