import { Card } from '../card/card.tsx'
import type { GalleryEntry } from '../example.ts'
import { TileMap } from './tile-map.tsx'

const spots = {
  平湖: [2, 2],
  坂田: [1, 3],
  布吉: [2, 4],
  南湾: [3, 4],
  横岗: [4, 3],
  龙城: [5, 2],
  龙岗: [6, 2],
  坪地: [6, 1],
  吉华: [2, 3],
  园山: [5, 4],
  宝龙: [6, 3],
} as const

const tiles = Object.keys(spots).map((title, index) => ({
  id: title,
  title,
  words: `${97 - index}%`,
  tone: index > 7 ? ('watch' as const) : ('good' as const),
  note: index > 7 ? '低于全区' : undefined,
}))

export const gallery: GalleryEntry = {
  name: 'TileMap',
  use: '各街道画在大致的方位上，不排名；读屏和表格按固定次序。没有画过方位的用 Cartogram。',
  examples: [
    {
      title: '按期办结率',
      show: () => (
        <Card title="各街道 · 诉求按期办结率" sub="全区 95.1%，不排名">
          <TileMap label="诉求按期办结率，各街道" tiles={tiles} spots={spots} onOpen={() => undefined} />
        </Card>
      ),
    },
  ],
}
