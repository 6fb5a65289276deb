import type { GalleryEntry } from '../../example.ts'
import { HallList, HallSection } from './hall-list.tsx'

export const gallery: GalleryEntry = {
  name: 'HallSection · HallList',
  use: '大厅里一段带标题的内容；一列能点开的东西。',
  hall: true,
  examples: [
    {
      title: '离您最近',
      show: () => (
        <HallSection title="离您最近">
          <HallList
            label="驿站"
            items={[
              {
                id: '1',
                href: '/stations/1',
                title: '平湖暖蜂驿站 ★★★★★',
                sub: '步行 4 分钟 · 开到 22:00 · 饮水 微波炉 充电 换电',
                end: '去这里',
              },
              {
                id: '2',
                href: '/stations/2',
                title: '平湖物流园新就业形态劳动者服务站（辅城坳分站）',
                sub: '步行 18 分钟',
                end: '去这里',
              },
            ]}
          />
        </HallSection>
      ),
    },
  ],
}
