import { Card, type Column, DataTable, dayWords, Link, Tag } from '../../../kit/index.ts'
import { groups, scoreTable, sources } from '../rules/score-table.ts'
import { pointWords } from '../rules/words.ts'
import type { Item } from './place.ts'

const nameOf = (item: Item) => (
  <span className="star-item">
    {scoreTable[item.item].title}
    <span className="nf-soft nf-small">{groups[scoreTable[item.item].group]}</span>
  </span>
)

const points = ({ source, pointsTenths, maxTenths }: Item) => {
  if (source === 'not_counted') return <span className="nf-soft">未纳入</span>
  if (maxTenths === 0) return <span className="nf-soft">不计入</span>
  return `${pointsTenths === null ? '待定' : pointWords(pointsTenths)} / ${pointWords(maxTenths)}`
}

/** What was found, and the rows that say so. */
const why = (item: Item) => (
  <span className="star-why">
    {item.source === 'declared' ? <Written item={item} /> : item.value}
    {item.opens && (
      <Link href={`/console${item.opens}`} className="nf-link nf-small">
        看记录（{item.rows}）
      </Link>
    )}
  </span>
)

function Written({ item }: { item: Item }) {
  if (!item.statement) return <span className="nf-soft">没有填报</span>
  return (
    <>
      {item.statement}
      <span className="nf-soft nf-small">
        自评 {pointWords(item.claimedTenths ?? 0)} 分{item.reason && `；核查：${item.reason}`}
      </span>
    </>
  )
}

const columns: readonly Column<Item>[] = [
  { title: '项目', cell: nameOf },
  { title: '得分', cell: points, align: 'right' },
  { title: '凭什么', cell: why },
  {
    title: '来源',
    cell: ({ source }) => <Tag tone={source === 'computed' ? 'green' : 'quiet'}>{sources[source]}</Tag>,
  },
]

/** Every item: points, why, and the rows behind it. */
export function ItemsCard({ items, computedOn }: { items: readonly Item[]; computedOn: string | null }) {
  const most = items.reduce((sum, { maxTenths }) => sum + maxTenths, 0)
  const reached = items.reduce((sum, { pointsTenths }) => sum + (pointsTenths ?? 0), 0)
  const sub = computedOn ? `${dayWords(computedOn)}的记录，之后的变动不改这张表` : '还没有按记录计分，下面是工会填报的'
  return (
    <Card
      title={
        <>
          计分表 <span className="nf-soft">{`${pointWords(reached)} / ${pointWords(most)} 分`}</span>
        </>
      }
      sub={sub}
    >
      <DataTable label="计分表" columns={columns} rows={items} rowKey={({ item }) => item} empty="还没有计分" />
    </Card>
  )
}
