import { useState } from 'react'
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
import { type Dated, parameters } from '../registries.ts'
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
  const [typed, setTyped] = useState({ holidays: '', makeUpDays: '' })
  const type = (which: 'holidays' | 'makeUpDays', text: string) => {
    setTyped({ ...typed, [which]: text })
    form.set({ [which]: readDays(text) })
  }
  const submit = async () => {
    if (!(await form.submit())) return
    say('放假安排已保存')
    onClose()
  }
  const count = (days: readonly string[] | undefined) =>
    `读到 ${days?.length ?? 0} 天。一行一天，写成 2027-01-01 或 2027年1月1日，可以整段粘贴`
  return (
    <Dialog open title="录入放假安排" submit="保存" wide onClose={onClose} onSubmit={submit}>
      <Form>
        <NumberField
          label="年份"
          value={form.values.year}
          onChange={(year) => form.set({ year })}
          error={form.errors.year}
          required
        />
        <TextField
          label="放假的日子"
          hint={count(form.values.holidays)}
          lines={5}
          value={typed.holidays}
          onChange={(text) => type('holidays', text)}
          error={form.errors.holidays}
          required
        />
        <TextField
          label="调休上班的日子"
          hint={count(form.values.makeUpDays)}
          lines={3}
          value={typed.makeUpDays}
          onChange={(text) => type('makeUpDays', text)}
          error={form.errors.makeUpDays}
        />
        <TextField
          label="依据"
          hint="国务院办公厅通知的文号"
          value={form.values.source ?? ''}
          onChange={(source) => form.set({ source })}
          error={form.errors.source}
          required
        />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
