import type { GalleryEntry } from '../example.ts'
import { Money } from '../money/money.tsx'
import { Tag } from '../tag/tag.tsx'
import { Fact, Facts } from './facts.tsx'

export const gallery: GalleryEntry = {
  name: 'Facts',
  use: '一条记录里的“什么：是什么”。没填的写明未填。',
  examples: [
    {
      title: '当事人',
      show: () => (
        <Facts>
          <Fact term="单位">
            深圳市平湖某某精密电子（集团）股份有限公司第三分公司 <Tag tone="red">红 21 分</Tag>
          </Fact>
          <Fact term="人数">27</Fact>
          <Fact term="请求">
            工资 <Money fen={48_600_000} />
          </Fact>
          <Fact term="签收" note="内部规则 v3，2024-01-01 起">
            2 小时
          </Fact>
          <Fact term="来源" />
        </Facts>
      ),
    },
  ],
}
