import { useState } from 'react'
import { Button } from '../button/button.tsx'
import type { GalleryEntry } from '../example.ts'
import { StateBlock } from '../state-block/state-block.tsx'
import { FigurePanel } from './figure-panel.tsx'

const streets = ['平湖', '坂田', '布吉', '南湾', '吉华', '横岗', '园山', '龙城', '龙岗', '宝龙', '坪地']
const counts = [112, 131, 97, 84, 66, 90, 41, 103, 72, 68, 30]
const months = [61, 58, 77, 72, 85, 82, 74, 79, 71, 76, 80, 79]

function Example({ fails = false }: { fails?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>894 宗</Button>
      <FigurePanel
        open={open}
        onClose={() => setOpen(false)}
        title="接报处理职工诉求"
        notYet={fails ? <StateBlock kind="error" action={{ title: '再试一次', onDo: () => undefined }} /> : undefined}
        words="894 宗"
        period="2023-01-01 至 12-31，龙岗区"
        definition="年内办结的诉求，按办结日计；并入的案件不计。"
        trend={months.map((value, index) => ({ at: `${index + 1} 月`, value }))}
        unit=" 宗"
        streets={streets.map((title, index) => ({ id: title, title, words: String(counts[index]), href: '/overview' }))}
        records={{ title: '打开这 894 条记录', href: '/appeals' }}
      />
    </>
  )
}

export const gallery: GalleryEntry = {
  name: 'FigurePanel',
  use: '点开一个数：口径、时段、走势、街道、记录。',
  isSmall: true,
  examples: [
    { title: '点开', show: () => <Example /> },
    { title: '读不到', show: () => <Example fails /> },
  ],
}
