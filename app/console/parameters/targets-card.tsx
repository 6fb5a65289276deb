import { useState } from 'react'
import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { useApi, useForm, useNow, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  ChoiceField,
  type Column,
  DataTable,
  Dialog,
  Form,
  Notice,
  NumberField,
  SelectField,
  TextField,
  useSay,
} from '../../../kit/index.ts'

interface Target {
  figure: string
  title: string
  unit: string
  year: number
  comparator: '>=' | '<='
  number: number
  source: string
}

const comparators = [
  { value: '>=', title: '不少于' },
  { value: '<=', title: '不超过' },
] as const
const wordOf = (comparator: Target['comparator']) => comparators.find(({ value }) => value === comparator)?.title

/** What each year is to bring; figures are shown against it. */
export function TargetsCard({ targets, canEdit }: { targets: readonly Target[]; canEdit: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const columns: Column<Target>[] = [
    { title: '数据', cell: (row) => row.title },
    { title: '年份', align: 'right', cell: (row) => `${row.year} 年` },
    { title: '目标', align: 'right', cell: (row) => `${wordOf(row.comparator)} ${row.number} ${row.unit}` },
    { title: '依据', cell: (row) => row.source },
  ]
  return (
    <Card
      title="年度目标"
      sub="数据旁边显示完成情况"
      actions={canEdit && <Button onClick={() => setOpen(true)}>录入</Button>}
    >
      <DataTable
        label="年度目标"
        columns={columns}
        rows={targets}
        rowKey={(row) => `${row.figure} ${row.year}`}
        empty="还没有录入年度目标。"
      />
      {isOpen && <EditTarget onClose={() => setOpen(false)} />}
    </Card>
  )
}

function EditTarget({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const year = Number(useNow().slice(0, 4))
  const known = useRead(useApi('figures', figures).names, {})
  const form = useForm(useApi('parameters', parameters).setTarget, { year, comparator: '>=' })
  const submit = async () => {
    if (!(await form.submit())) return
    say('已保存')
    onClose()
  }
  return (
    <Dialog open title="录入年度目标" submit="保存" onClose={onClose} onSubmit={submit}>
      <Form>
        <SelectField
          label="哪项数据"
          {...form.choice('figure')}
          options={(known.data ?? []).map(({ code, title }) => ({ value: code, title }))}
          required
        />
        <NumberField label="年份" {...form.amount('year')} required />
        <ChoiceField
          label="怎么比"
          value={form.values.comparator}
          onChange={(comparator) => form.set({ comparator: comparator === '<=' ? '<=' : '>=' })}
          options={comparators}
        />
        <NumberField label="目标数" {...form.amount('number')} required />
        <TextField label="依据" hint="哪份计划或文件" {...form.text('source')} required />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
