import {
  CheckField,
  FilterBar,
  optionsOf,
  PlaceFilter,
  SearchBox,
  Segments,
  SelectField,
} from '../../../../kit/index.ts'
import { categories, channels } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { type Filters, scopeWords } from './filters.ts'

interface FilterFieldsProps {
  filters: Filters
  onChange: (filters: Filters) => void
  onClear?: () => void
}

/** What narrows the list. */
export function FilterFields({ filters, onChange, onClear }: FilterFieldsProps) {
  const put = (change: Partial<Filters>) => onChange({ ...filters, ...change })
  return (
    <FilterBar onClear={onClear}>
      <Segments
        label="范围"
        value={filters.scope ?? 'open'}
        onChange={(scope) => put({ scope: scope as Filters['scope'], state: undefined })}
        options={optionsOf(scopeWords)}
      />
      <SearchBox
        label="编号或单位，从头写起"
        value={filters.text ?? ''}
        onChange={(text) => put({ text: text || undefined })}
      />
      <Kinds filters={filters} onChange={put} />
      <PlaceFilter place={filters.place} onChange={(place) => put({ place })} />
      <div className="appeal-checks">
        <CheckField checked={filters.lateOnly ?? false} onChange={(lateOnly) => put({ lateOnly })}>
          只看超时
        </CheckField>
        <CheckField checked={filters.groupOnly ?? false} onChange={(groupOnly) => put({ groupOnly })}>
          只看群体
        </CheckField>
      </div>
    </FilterBar>
  )
}

interface KindsProps {
  filters: Filters
  onChange: (change: Partial<Filters>) => void
}

function Kinds({ filters, onChange }: KindsProps) {
  return (
    <>
      <SelectField
        compact
        label="办到哪一步"
        placeholder="哪一步都看"
        value={filters.state}
        onChange={(state) => onChange({ state: state as Filters['state'] })}
        options={optionsOf(workflow.states)}
      />
      <SelectField
        compact
        label="类别"
        placeholder="所有类别"
        value={filters.category}
        onChange={(category) => onChange({ category: category as Filters['category'] })}
        options={optionsOf(categories)}
      />
      <SelectField
        compact
        label="来源"
        placeholder="所有来源"
        value={filters.channel}
        onChange={(channel) => onChange({ channel: channel as Filters['channel'] })}
        options={optionsOf(channels)}
      />
    </>
  )
}
