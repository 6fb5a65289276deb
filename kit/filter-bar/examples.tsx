import { useState } from 'react'
import { Button } from '../button/button.tsx'
import type { GalleryEntry } from '../example.ts'
import { FilterBar, SearchBox, Segments } from './filter-bar.tsx'

const states = [
  { value: 'open', title: '在办', count: 9 },
  { value: 'unsigned', title: '待签收', count: 2 },
  { value: 'closed', title: '已办结' },
]

function Example() {
  const [state, setState] = useState('open')
  const [text, setText] = useState('平湖')
  return (
    <FilterBar summary="共 9 件" onClear={() => setText('')} actions={<Button>导出表格</Button>}>
      <Segments label="状态" value={state} onChange={setState} options={states} />
      <SearchBox label="单位、姓名、编号" value={text} onChange={setText} />
    </FilterBar>
  )
}

export const gallery: GalleryEntry = {
  name: 'FilterBar · Segments · SearchBox',
  use: '清单上面的条件。条件放在网址里，由页面管。',
  examples: [{ title: '诉求清单', show: Example }],
}
