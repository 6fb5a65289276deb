import { NotYet, useDesk, useNow, usePages, useRead } from '../../../kit/api/index.ts'
import {
  Card,
  type CaseRow,
  CaseTable,
  FilterBar,
  Page,
  Segments,
  SelectField,
  StateBlock,
} from '../../../kit/index.ts'
import { useAsked } from './asked.ts'
import { PlaceField } from './filters.tsx'
import { home, type Pressing, useOverview, useUnitName } from './place.ts'

type When = 'late' | 'legal' | 'soon'
const titles: Record<When, string> = { late: '已经超时', legal: '超过法定时限', soon: '七天内到期' }
const isWhen = (text: string | null): text is When => text !== null && text in titles

/** The matters behind the counts: the longest overdue first, over all lines. The address holds what narrows them. */
export function LatePage() {
  const { may, unit } = useDesk()
  const { asked, params, put } = useAsked()
  const name = useUnitName(asked.place)
  const text = params.get('when')
  const when = isWhen(text) ? text : 'late'
  const line = params.get('line') ?? undefined
  if (!may('overview.read')) return <StateBlock kind="forbidden" />
  const back = asked.place === unit.path ? home : `${home}?place=${asked.place}`
  return (
    <Page
      breadcrumb={[{ title: '一屏总览', href: back }, { title: titles[when] }]}
      title={`${titles[when]}的事项`}
      sub={`${name}和下级，看在办事项最近的一个时限。`}
    >
      <Narrowing when={when} line={line} place={asked.place} put={put} />
      <Matters asked={{ when, line, place: asked.place }} />
    </Page>
  )
}

interface Listed {
  when: When
  line: string | undefined
  place: string
}

function Narrowing({ when, line, place, put }: Listed & { put: ReturnType<typeof useAsked>['put'] }) {
  const { data, state, retry } = useRead(useOverview().late, { place })
  if (!data) return <NotYet state={state} retry={retry} />
  return (
    <FilterBar
      summary={`共 ${line ? (data.lines.find((one) => one.line === line)?.[when] ?? 0) : data.total[when]} 件`}
    >
      <Segments
        label="哪一种"
        value={when}
        onChange={(next) => put({ when: next })}
        options={Object.entries(titles).map(([value, title]) => ({ value, title, count: data.total[value as When] }))}
      />
      <SelectField
        compact
        label="业务"
        placeholder="全部业务"
        value={line}
        onChange={(next) => put({ line: next })}
        options={data.lines.map((one) => ({ value: one.line, title: one.title }))}
      />
      <PlaceField place={place} onChange={(next) => put({ place: next })} />
    </FilterBar>
  )
}

function Matters({ asked }: { asked: Listed }) {
  const now = useNow()
  const list = usePages(useOverview().matters, { ...asked, limit: 50 })
  return (
    <Card>
      <CaseTable
        label={`${titles[asked.when]}的事项`}
        rows={list.rows.map(rowOf)}
        now={now}
        state={list.state}
        onRetry={list.retry}
        hide={['source']}
        empty={{ title: '这里没有', body: '换个条件，或回到一屏总览。' }}
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
    </Card>
  )
}

const rowOf = (row: Pressing): CaseRow => ({
  id: row.id,
  href: `/console/${row.line}/${row.id}`,
  title: row.title,
  context: [
    row.place,
    row.summary,
    row.number,
    row.stateTitle,
    row.unit && row.unit !== row.place ? `在${row.unit}` : '',
    row.isLegal ? '超过法定时限' : '',
  ]
    .filter(Boolean)
    .join(' · '),
  clock: { due: row.dueAt },
  line: row.lineTitle,
  verb: { title: '打开' },
})
