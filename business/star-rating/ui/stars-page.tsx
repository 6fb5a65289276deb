import { useSearchParams } from 'react-router'
import { usePages } from '../../../kit/api/index.ts'
import {
  Card,
  type Column,
  DataTable,
  dayWords,
  FilterBar,
  Link,
  Page,
  Segments,
  SelectField,
  Tag,
} from '../../../kit/index.ts'
import { levelTitle, levelWords, starWords } from '../rules/words.ts'
import { home, hrefOf, useRatings } from './place.ts'

const standings = [
  { value: 'held', title: '有效' },
  { value: 'expiring', title: '快到期' },
  { value: 'expired', title: '已到期' },
] as const
type Standing = (typeof standings)[number]['value']
const standingOf = (text: string | null): Standing => standings.find(({ value }) => value === text)?.value ?? 'held'
const levels = levelWords.slice(1).map((title, i) => ({ value: String(i + 1), title }))

interface Star {
  id: string
  orgName: string
  place: string
  stars: number
  validFrom: string
  validTo: string
  isExpiring: boolean
  isExpired: boolean
}

const columns: readonly Column<Star>[] = [
  { title: '工会', cell: ({ id, orgName }) => <Link href={hrefOf(id)}>{orgName}</Link> },
  { title: '地方', cell: ({ place }) => place },
  {
    title: '星级',
    cell: ({ stars }) => (
      <span role="img" aria-label={levelTitle(stars)} title={levelTitle(stars)}>
        {starWords(stars)}
      </span>
    ),
  },
  { title: '从', cell: ({ validFrom }) => dayWords(validFrom) },
  {
    title: '到',
    cell: ({ validTo, isExpiring, isExpired }) => (
      <>
        {dayWords(validTo)} {isExpiring && <Tag tone="honey">快到期</Tag>}
        {isExpired && <Tag tone="quiet">已到期</Tag>}
      </>
    ),
  },
]

/** The register of stars, by their last day. It puts nobody above anybody. */
export function StarsPage() {
  const [params, setParams] = useSearchParams()
  const standing = standingOf(params.get('standing'))
  const asked = levels.find(({ value }) => value === params.get('level'))?.value
  const list = usePages(useRatings().stars, { standing, level: asked ? Number(asked) : undefined, limit: 50 })
  const choose = (name: 'standing' | 'level', value: string | undefined) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  return (
    <Page
      breadcrumb={[{ title: '星级工会', href: home }, { title: '有效星级' }]}
      title="有效星级"
      sub="按到期的先后；到期自然失效，想续评的再申报。"
    >
      <FilterBar>
        <Segments
          label="效力"
          value={standing}
          onChange={(value) => choose('standing', value)}
          options={[...standings]}
        />
        <SelectField
          label="星级"
          compact
          value={asked}
          onChange={(value) => choose('level', value)}
          options={levels}
          placeholder="全部星级"
        />
      </FilterBar>
      <Card>
        <DataTable
          label="星级名单"
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
          state={list.state}
          onRetry={list.retry}
          empty="没有这样的星级工会"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}
