import { useState } from 'react'
import type { GalleryEntry } from '../example.ts'
import type { Pick } from '../search-picker/search-picker.tsx'
import { EnterprisePicker } from './enterprise-picker.tsx'

const enterprises: Pick[] = [
  { id: '1', name: '深圳市某某电子有限公司', context: '平湖街道 · 辅城坳' },
  { id: '2', name: '深圳市平湖某某精密电子（集团）股份有限公司第三分公司', context: '平湖街道 · 白泥坑' },
]

function Example() {
  const [enterprise, setEnterprise] = useState<Pick>()
  return (
    <EnterprisePicker
      label="单位"
      hint="写名字里的几个字"
      value={enterprise}
      onChange={setEnterprise}
      search={async (text) => enterprises.filter(({ name }) => name.includes(text))}
      missing={{ title: '不在上面，直接写名字', onDo: (name) => setEnterprise({ id: 'new', name }) }}
    />
  )
}

export const gallery: GalleryEntry = {
  name: 'EnterprisePicker',
  use: '选一家单位。登记册里没有的可以直接写。',
  examples: [{ title: '找“电子”试试', show: Example }],
}
