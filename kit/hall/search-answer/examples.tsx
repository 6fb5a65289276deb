import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { type FoundAnswer, SearchAnswer } from './search-answer.tsx'

const all: FoundAnswer[] = [
  { id: '1', name: '深圳市某某电子有限公司', context: '平湖街道 · 辅城坳' },
  { id: '2', name: '深圳市平湖某某精密电子（集团）股份有限公司第三分公司', context: '平湖街道 · 白泥坑' },
]

function Example({ fails = false }: { fails?: boolean }) {
  const [text, setText] = useState('电子')
  const [chosen, setChosen] = useState<string>()
  const search = async (asked: string) => {
    if (fails) throw new Error('断网')
    return all.filter(({ name }) => name.includes(asked))
  }
  return (
    <SearchAnswer
      label="单位名称"
      value={text}
      onChange={setText}
      search={search}
      chosenId={chosen}
      onChoose={({ id }) => setChosen(id)}
      missing={{ title: '不在上面，直接写名字', onDo: () => setChosen('new') }}
    />
  )
}

export const gallery: GalleryEntry = {
  name: 'SearchAnswer',
  use: '写几个字找单位、找驿站；找不到也能往下办。',
  hall: true,
  examples: [
    { title: '找单位', show: () => <Example /> },
    { title: '断网', show: () => <Example fails /> },
  ],
}
