import { useState } from 'react'
import { Card } from '../card/card.tsx'
import type { GalleryEntry } from '../example.ts'
import { type CaseRow, CaseTable } from './case-table.tsx'

const now = '2024-11-19T02:00:00.000Z'
const nothing = () => undefined
const row = (
  id: number,
  due: string,
  title: string,
  context: string,
  line: string,
  source: string,
  verb: string,
): CaseRow => ({
  id: String(id),
  href: `/records/${id}`,
  title,
  context,
  clock: { due },
  line,
  source,
  verb: { title: verb },
})

const rows: CaseRow[] = [
  row(
    1,
    '2024-11-18T01:00:00.000Z',
    '拖欠三个月工资，27 人',
    '平湖 · 某电子厂 · SQ2024-0412 · 疑与 2 件重复',
    '职工诉求',
    '12345 转办',
    '签收',
  ),
  row(
    2,
    '2024-11-19T05:10:00.000Z',
    '首次联系当事人',
    '骑手张师傅 · 交通事故后停单 · SQ2024-0431',
    '职工诉求',
    '暖蜂驿站扫码',
    '记录联系',
  ),
  row(
    3,
    '2024-11-20T09:00:00.000Z',
    '法院委派：经济补偿争议',
    '（2024）诉前调 1187 号 · 标的 4.2 万元',
    '诉调对接',
    '龙岗区人民法院',
    '签收',
  ),
  row(
    4,
    '2024-11-21T09:00:00.000Z',
    '深圳市平湖某某精密电子（集团）股份有限公司第三分公司全体计件工反映加班工资按最低工资标准折算并要求集体协商的诉求，一百二十六人联名',
    '平湖 · 深圳市平湖某某精密电子（集团）股份有限公司第三分公司 · SQ2024-0440 · 已约周四上午十点在社区会议室面谈',
    '职工诉求',
    '广东省总工会 12351 职工维权热线转办',
    '写处置结果',
  ),
  {
    ...row(
      5,
      '2024-11-27T09:00:00.000Z',
      '困难职工入户调查',
      '两人入户 · 已约周四上午',
      '困难帮扶',
      '街道复核',
      '写调查',
    ),
    clock: { due: '2024-11-27T09:00:00.000Z', workingDaysLeft: 6 },
  },
  {
    id: '6',
    href: '/records/6',
    title: '驿站药箱 2 件将过期',
    context: '平湖暖蜂驿站 · 星级五星',
    line: '驿站',
    source: '自动提醒',
    verb: { title: '登记更换', onDo: nothing },
  },
]

function Paged() {
  const [pages, setPages] = useState(1)
  const shown = Array.from({ length: pages * 3 }, (_, index) => ({ ...rows[index % rows.length]!, id: String(index) }))
  return (
    <Card>
      <CaseTable label="待办" rows={shown} now={now} hasMore={pages < 4} onMore={() => setPages(pages + 1)} />
    </Card>
  )
}

export const gallery: GalleryEntry = {
  name: 'CaseTable',
  use: '按时限排的事项清单：待办和各业务的列表都用它。',
  examples: [
    {
      title: '各业务待办',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={rows} now={now} />
        </Card>
      ),
    },
    { title: '分页', show: Paged },
    {
      title: '空',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={[]} now={now} empty={{ title: '今天没有到期的事' }} />
        </Card>
      ),
    },
    {
      title: '正在读',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={[]} now={now} state="loading" />
        </Card>
      ),
    },
    {
      title: '读不到',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={[]} now={now} state="error" onRetry={nothing} />
        </Card>
      ),
    },
    {
      title: '后一页读不到',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={rows.slice(0, 2)} now={now} state="error" onRetry={nothing} />
        </Card>
      ),
    },
    {
      title: '不给看',
      show: () => (
        <Card>
          <CaseTable label="待办" rows={[]} now={now} state="forbidden" />
        </Card>
      ),
    },
  ],
}
