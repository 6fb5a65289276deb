import { type Column, DataTable, SelectField, Tag } from '../../../kit/index.ts'
import type { Previewed } from './use-imports.ts'
import { confidenceWords } from './words.ts'

type Field = Previewed['columns'][number]
const NONE = 'none'

/** Each field with the column it is taken from, and how sure that is. */
export function ColumnsTable({
  seen,
  onChoose,
}: {
  seen: Previewed
  onChoose: (key: string, column: number | null) => void
}) {
  const options = [
    { value: NONE, title: '不导入这一项' },
    ...seen.headers.map(({ column, name, sample }) => ({
      value: String(column),
      title: `${name || `第 ${column + 1} 列（没有列名）`}${sample ? `，如：${sample}` : ''}`,
    })),
  ]
  const columns: Column<Field>[] = [
    {
      title: '要导入的项目',
      cell: ({ title, isRequired }) => (
        <span className="no-wrap">
          {title} {isRequired && <Tag tone="quiet">必填</Tag>}
        </span>
      ),
    },
    {
      title: '表里的列和把握',
      cell: (field) => (
        <div className="import-column">
          <SelectField
            label={`${field.title}在哪一列`}
            compact
            required={field.isRequired}
            value={field.column === null ? NONE : String(field.column)}
            onChange={(value) => onChoose(field.key, value === undefined || value === NONE ? null : Number(value))}
            options={options}
          />
          <Confidence field={field} />
        </div>
      ),
    },
  ]
  return <DataTable label="哪一列是什么" columns={columns} rows={seen.columns} rowKey={({ key }) => key} />
}

function Confidence({ field }: { field: Field }) {
  const { words, tone } = confidenceWords(field)
  return <Tag tone={tone}>{words}</Tag>
}
