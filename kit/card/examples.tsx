import type { GalleryEntry } from '../example.ts'
import { Tag } from '../tag/tag.tsx'
import { Card, Columns } from './card.tsx'

export const gallery: GalleryEntry = {
  name: 'Card · Columns · Stack',
  use: '一张纸；Columns 并排摆几张，Stack 上下摆。',
  examples: [
    {
      title: '带题头',
      show: () => (
        <Columns>
          <Card title="要留意的企业" sub="近 30 天有变化">
            <p>
              深圳市平湖某某精密电子（集团）股份有限公司第三分公司 <Tag tone="red">红 21 分</Tag>
            </p>
          </Card>
          <Card title="街道本月" actions={<a href="/overview">看总览</a>}>
            <p>办结 37 宗，入会 312 人。</p>
          </Card>
        </Columns>
      ),
    },
    {
      title: '查出来的事',
      show: () => (
        <Card edge="red">
          <p>
            <strong>2320 份</strong> 与记录不同
          </p>
          <p className="nf-soft nf-small">签订集体合同：记录为 2230 份，疑为数字换位。</p>
        </Card>
      ),
    },
  ],
}
