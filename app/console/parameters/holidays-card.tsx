import { useState } from 'react'
import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { useApi, useForm, useNow } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  Dialog,
  Form,
  Notice,
  NumberField,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Dated } from '../registries.ts'
import { readDays } from './day-list.ts'

interface HolidayYear {
  year: number
  holidays: string[]
  makeUpDays: string[]
}

/** The yearly notice on holidays; without it a year is reckoned provisionally. */
export function HolidaysCard({ values, canEdit }: { values: readonly Dated[]; canEdit: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const rows = values
    .filter(({ code }) => code.startsWith('holidays.'))
    .map((dated) => ({ ...dated, year: dated.value as HolidayYear }))
  const columns: Column<(typeof rows)[number]>[] = [
    { title: '年份', cell: ({ year }) => `${year.year} 年` },
    { title: '放假', align: 'right', cell: ({ year }) => `${year.holidays.length} 天` },
    { title: '调休上班', align: 'right', cell: ({ year }) => `${year.makeUpDays.length} 天` },
    { title: '依据', cell: ({ source }) => source },
  ]
  return (
    <Card
      title="放假安排"
      sub="工作日按它数"
      actions={canEdit && <Button onClick={() => setOpen(true)}>录入一年</Button>}
    >
      <DataTable
        label="放假安排"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        empty="没有另外录入的年份。系统自带的年份照国务院办公厅通知；还没公布的年份暂按周一至周五推算。"
      />
      {isOpen && <EditHolidays onClose={() => setOpen(false)} />}
    </Card>
  )
}

function EditHolidays({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const thisYear = Number(wallTime(useNow()).day.slice(0, 4))
  const form = useForm(useApi('parameters', parameters).setHolidays, {
    year: thisYear + 1,
    holidays: [],
    makeUpDays: [],
  })
  const submit = async () => {
    if (!(await form.submit())) return
    say('放假安排已保存')
    onClose()
  }
  return (
    <Dialog open title="录入放假安排" submit="保存" wide onClose={onClose} onSubmit={submit}>
      <Form>
        <NumberField label="年份" {...form.amount('year')} required />
        <DaysField
          label="放假的日子"
          onChange={(holidays) => form.set({ holidays })}
          error={form.errorAt('holidays')}
          required
        />
        <DaysField
          label="调休上班的日子"
          onChange={(makeUpDays) => form.set({ makeUpDays })}
          error={form.errorAt('makeUpDays')}
        />
        <TextField label="依据" hint="国务院办公厅通知的文号" {...form.text('source')} required />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}

interface DaysFieldProps {
  label: string
  onChange: (days: string[]) => void
  error: string | undefined
  required?: boolean
}

/** Days as the notice writes them, pasted as a whole; says how many were read. */
function DaysField({ onChange, ...field }: DaysFieldProps) {
  const [text, setText] = useState('')
  const type = (typed: string) => {
    setText(typed)
    onChange(readDays(typed))
  }
  const hint = `读到 ${readDays(text).length} 天。写成 2027-01-01 或 2027年1月1日，可以整段粘贴`
  return <TextField {...field} hint={hint} lines={4} value={text} onChange={type} />
}
