import { useNavigate, useSearchParams } from 'react-router'
import { useDesk, useNow, usePages, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type CaseRow,
  CaseTable,
  FilterBar,
  optionsOf,
  Page,
  SearchBox,
  Segments,
  SelectField,
} from '../../../kit/index.ts'
import { forms, origins } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { type Filters, isNarrowed, readFilters, scopes, writeFilters } from './filters.ts'
import { home, hrefOf, type Row, useFoundings } from './place.ts'

/** All foundings within reach, by the clock; the address holds what narrows them. */
export function ListPage() {
  const now = useNow()
  const { may } = useDesk()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filters = readFilters(params)
  const list = usePages(useFoundings().list, { ...filters, limit: 50 })
  const change = (next: Filters) => setParams(writeFilters(next), { replace: true })
  const actions = may('organising.receive') && (
    <Button kind="primary" href={`${home}/new`}>
      登记线索
    </Button>
  )
  return (
    <Page title="建会" sub="从线索到法人登记，一家单位一件" actions={actions}>
      <Narrow filters={filters} onChange={change} />
      <Card>
        <CaseTable
          label="建会"
          rows={list.rows.map((row) => rowOf(row, (href) => void navigate(href)))}
          now={now}
          state={list.state}
          onRetry={list.retry}
          hide={['line']}
          empty={emptyWords(isNarrowed(filters))}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}

const emptyWords = (narrowed: boolean) =>
  narrowed
    ? { title: '没有符合条件的建会', body: '放宽条件，或清空条件再看。' }
    : { title: '没有在办的建会', body: '点“登记线索”，从还没有工会的单位里选。' }

/** Where they stand, with how many; form and words beside. */
function Narrow({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { data = [] } = useRead(useFoundings().stages, {})
  const counts = new Map(data.map(({ state, open }) => [state, open]))
  const stages = (Object.keys(workflow.states) as (keyof typeof workflow.states)[])
    .filter((state) => counts.has(state) || state === filters.state)
    .map((state) => ({ value: state, title: workflow.states[state], count: counts.get(state) ?? 0 }))
  const all = { value: '', title: '全部', count: data.reduce((sum, { open }) => sum + open, 0) }
  return (
    <>
      {filters.scope === 'open' && (
        <Segments
          label="走到哪一步"
          value={filters.state ?? ''}
          onChange={(state) => onChange({ ...filters, state: stages.find((one) => one.value === state)?.value })}
          options={[all, ...stages]}
        />
      )}
      <FilterBar onClear={isNarrowed(filters) ? () => onChange({ scope: filters.scope }) : undefined}>
        <Segments
          label="范围"
          value={filters.scope}
          onChange={(scope) => onChange({ ...filters, scope: scope as Filters['scope'], state: undefined })}
          options={optionsOf(scopes)}
        />
        <SelectField
          label="建会形式"
          compact
          value={filters.form}
          onChange={(form) => onChange({ ...filters, form: form as Filters['form'] })}
          options={optionsOf(forms)}
          placeholder="各种形式"
        />
        <SearchBox
          label="编号或单位名称"
          value={filters.text ?? ''}
          onChange={(text) => onChange({ ...filters, text: text || undefined })}
        />
      </FilterBar>
    </>
  )
}

function rowOf(row: Row, navigate: (href: string) => void): CaseRow {
  const href = hrefOf(row.id)
  const steps: Readonly<Record<string, { title: string }>> = workflow.steps
  const title = row.nextVerb ? steps[row.nextVerb]?.title : undefined
  const heads = row.members > 0 ? `会员 ${row.members} / 职工 ${row.employees}` : `职工 ${row.employees} 人`
  const wishes = row.wishes > 0 ? `${row.wishes} 名职工想建会` : ''
  const form = row.form === 'single' ? '' : forms[row.form]
  return {
    id: row.id,
    href,
    title: row.title,
    context: [row.place, workflow.states[row.state], form, row.firms > 0 ? heads : '', wishes, row.number]
      .filter(Boolean)
      .join(' · '),
    clock: row.nextDueAt ? { due: row.nextDueAt } : undefined,
    source: origins[row.origin],
    verb:
      title && row.nextVerb
        ? { title, onDo: () => navigate(`${href}?do=${row.nextVerb}`) }
        : { title: '打开', onDo: () => navigate(href) },
  }
}
