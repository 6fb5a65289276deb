import { Card } from '../card/card.tsx'
import type { GalleryEntry } from '../example.ts'
import { Cartogram, type Tile } from './cartogram.tsx'

const rates: [string, number][] = [
  ['平湖', 94.6],
  ['坂田', 96.2],
  ['布吉', 95],
  ['南湾', 95.8],
  ['吉华', 93.1],
  ['横岗', 95.5],
  ['园山', 97],
  ['龙城', 96.4],
  ['龙岗', 88],
  ['宝龙', 95.2],
  ['坪地', 98.1],
]
const toneOf = (rate: number) => (rate < 90 ? 'bad' : rate < 94 ? 'watch' : 'good')
const noteOf = (rate: number) => (rate < 90 ? '差 7 个点' : rate < 94 ? '低于全区' : undefined)
const tiles: Tile[] = rates.map(([title, rate]) => ({
  id: title,
  title,
  words: `${rate}%`,
  tone: toneOf(rate),
  note: noteOf(rate),
}))

export const gallery: GalleryEntry = {
  name: 'Cartogram',
  use: '十一个街道按固定次序各占一格，不排名。要留意的写明原因，不靠颜色。',
  examples: [
    {
      title: '按期办结率',
      show: () => (
        <Card title="街道 · 诉求按期办结率" sub="全区 95.1%，按固定次序，不排名">
          <Cartogram label="诉求按期办结率，各街道" tiles={tiles} onOpen={() => undefined} />
        </Card>
      ),
    },
    {
      title: '还没有数',
      show: () => <Cartogram label="还没有数" tiles={tiles.map(({ id, title }) => ({ id, title, words: '–' }))} />,
    },
  ],
}
