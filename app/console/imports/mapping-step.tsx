import { useState } from 'react'
import { NotYet, sentenceOf, useAct, useRead } from '../../../kit/api/index.ts'
import { Button, Card, ChoiceField, Notice, useSay } from '../../../kit/index.ts'
import { ColumnsTable } from './columns-table.tsx'
import { FirstRows } from './first-rows.tsx'
import { SheetCard } from './sheet-card.tsx'
import { type Imported, type Previewed, useImports } from './use-imports.ts'

type ColumnMap = Record<string, number>

const mapOf = (columns: Previewed['columns']): ColumnMap =>
  Object.fromEntries(columns.flatMap(({ key, column }) => (column === null ? [] : [[key, column]])))

/** Which sheet, which column is what, and how the first rows would be read. Each change is shown at once; nothing is written. */
export function MappingStep({ one }: { one: Imported }) {
  const [map, setMap] = useState<ColumnMap>()
  const [options, setOptions] = useState<Record<string, string>>({})
  const [last, setLast] = useState<Previewed>()
  const asked = { id: one.id, ...(map ? { map } : {}), options: { ...one.options, ...options } }
  const read = useRead(useImports().preview, asked)
  const seen = read.data ?? last
  if (read.data && read.data !== last) setLast(read.data)
  if (!seen) return <NotYet state={read.state} retry={read.retry} />
  const choose = (key: string, column: number | null) => {
    const next = { ...mapOf(seen.columns) }
    // A column serves one field: whoever had it gives it up.
    for (const [other, at] of Object.entries(next)) if (at === column) delete next[other]
    if (column === null) delete next[key]
    else next[key] = column
    setMap(next)
  }
  return (
    <>
      <SheetCard one={one} seen={seen} onOther={() => setMap(undefined)} />
      <Card
        title="哪一列是什么"
        sub="照列名认的，请看一遍；改过的会记住，下次同样的表不用再选"
        actions={<CheckButton one={one} seen={seen} options={options} />}
      >
        {seen.fault && <Notice tone="watch">{seen.fault}</Notice>}
        <ColumnsTable seen={seen} onChoose={choose} />
        {seen.unused.length > 0 && (
          <p className="nf-soft nf-small">{`这些列用不上，不导入：${seen.unused.join('、')}`}</p>
        )}
        {seen.options.map((option) => (
          <ChoiceField
            key={option.key}
            label={option.title}
            value={option.value}
            onChange={(value) => setOptions((old) => ({ ...old, [option.key]: value }))}
            options={option.values}
            required
          />
        ))}
      </Card>
      <FirstRows seen={seen} />
    </>
  )
}

/** Confirms the columns and has every row checked. */
function CheckButton({ one, seen, options }: { one: Imported; seen: Previewed; options: Record<string, string> }) {
  const { map, check } = useImports()
  const confirm = useAct(map)
  const begin = useAct(check)
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    try {
      await confirm({ id: one.id, map: mapOf(seen.columns), options: { ...one.options, ...options } })
      await begin({ id: one.id })
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button kind="primary" busy={busy} why={seen.fault ?? undefined} onClick={() => void press()}>
      {`核对 ${seen.total} 行，不写入`}
    </Button>
  )
}
