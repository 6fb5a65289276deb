import type { ReactNode } from 'react'
import { Card } from '../card/card.tsx'
import { FilterBar, Segments } from '../filter-bar/filter-bar.tsx'
import { useNavigation } from '../navigation/navigation.tsx'
import { CaseTable } from './case-table.tsx'

const scopes = [
  { value: 'open', title: '在办' },
  { value: 'closed', title: '已办结' },
  { value: 'all', title: '全部' },
] as const
export type MatterScope = (typeof scopes)[number]['value']

const scopeOf = (text: string | null): MatterScope => scopes.find(({ value }) => value === text)?.value ?? 'open'

export type Address = readonly [URLSearchParams, (params: URLSearchParams, options: { replace: boolean }) => void]

/** Which matters the address asks for, and how to ask for others: see `useMatters`. */
export function matterScope([params, setParams]: Address): readonly [MatterScope, (scope: MatterScope) => void] {
  const scope = scopeOf(params.get('scope'))
  const choose = (next: MatterScope) => {
    const changed = new URLSearchParams(params)
    if (next === 'open') changed.delete('scope')
    else changed.set('scope', next)
    setParams(changed, { replace: true })
  }
  return [scope, choose]
}

interface ListedMatter {
  id: string
  number: string
  title: string
  state: string
  place: string
  nextDueAt: string | null
}

interface MatterListProps<R extends ListedMatter> {
  label: string
  home: string
  states: Readonly<Record<string, string>>
  now: string
  scope: MatterScope
  onScope: (scope: MatterScope) => void
  list: {
    rows: readonly R[]
    state: 'ready' | 'loading' | 'error' | 'forbidden' | 'missing'
    retry: () => void
    hasMore: boolean
    isLoadingMore: boolean
    onMore: () => void
  }
  empty?: { title: string; body?: string }
  /** More of the filter bar. */
  filters?: ReactNode
  /** What else stands in a row's second line. */
  more?: (row: R) => readonly (string | false | null)[]
}

/** A line's matters: in hand, closed, all; the address holds which. */
export function MatterList<R extends ListedMatter>(props: MatterListProps<R>) {
  const { label, home, states, now, scope, onScope, list, empty, filters, more } = props
  const navigate = useNavigation()
  const rows = list.rows.map((row) => ({
    id: row.id,
    href: `${home}/${row.id}`,
    title: row.title,
    context: [row.place, row.number, states[row.state], ...(more?.(row) ?? [])].filter(Boolean).join(' · '),
    clock: row.nextDueAt ? { due: row.nextDueAt } : undefined,
    verb: { title: '打开', onDo: () => navigate(`${home}/${row.id}`) },
  }))
  return (
    <>
      <FilterBar>
        <Segments label="范围" value={scope} onChange={(next) => onScope(scopeOf(next))} options={[...scopes]} />
        {filters}
      </FilterBar>
      <Card>
        <CaseTable
          label={label}
          rows={rows}
          now={now}
          state={list.state}
          onRetry={list.retry}
          hide={['line', 'source']}
          empty={empty ?? { title: '这里还没有', body: '新登记的会出现在这里。' }}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </>
  )
}
