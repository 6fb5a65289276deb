import { SelectField } from '../../../../kit/index.ts'
import { type ExportField, exportFields, type Format, formats, type LayoutColumn } from '../rules/layouts.ts'
import { type Columns, extended, moved, reformed, renamed, unused, without } from './draft.ts'

interface EditorProps {
  columns: Columns
  onChange: (columns: Columns) => void
}

/** The columns of a layout in their order: each may be renamed, written otherwise, moved and taken out. All by keyboard. */
export function ColumnsEditor({ columns, onChange }: EditorProps) {
  const left = unused(columns)
  return (
    <>
      <ol className="roster-columns">
        {columns.map((column, at) => (
          <ColumnRow key={column.field} column={column} at={at} columns={columns} onChange={onChange} />
        ))}
      </ol>
      {left.length > 0 && (
        <SelectField
          label="添一栏"
          value=""
          placeholder="选一项内容"
          onChange={(field) => field && onChange(extended(columns, field as ExportField))}
          options={left.map((field) => ({ value: field, title: exportFields[field].title }))}
        />
      )}
    </>
  )
}

function ColumnRow({ column, at, columns, onChange }: EditorProps & { column: LayoutColumn; at: number }) {
  const { title, formats: forms } = exportFields[column.field]
  return (
    <li>
      <span className="roster-field">{title}</span>
      <input
        className="nf-input"
        aria-label={`${title}的列名`}
        value={column.header}
        maxLength={40}
        onChange={(event) => onChange(renamed(columns, at, event.target.value))}
      />
      {forms.length > 1 && (
        <select
          className="nf-input nf-select"
          aria-label={`${title}怎么写`}
          value={column.format}
          onChange={(event) => onChange(reformed(columns, at, event.target.value as Format))}
        >
          {forms.map((form) => (
            <option key={form} value={form}>
              {formats[form]}
            </option>
          ))}
        </select>
      )}
      <span className="roster-moves">
        <Small label={`${title}上移`} sign="↑" isOff={at === 0} onClick={() => onChange(moved(columns, at, -1))} />
        <Small
          label={`${title}下移`}
          sign="↓"
          isOff={at === columns.length - 1}
          onClick={() => onChange(moved(columns, at, 1))}
        />
        <Small label={`去掉${title}`} sign="×" isOff={false} onClick={() => onChange(without(columns, at))} />
      </span>
    </li>
  )
}

function Small(props: { label: string; sign: string; isOff: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="roster-move"
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff}
      onClick={props.onClick}
    >
      {props.sign}
    </button>
  )
}
