import { useSearchParams } from 'react-router'
import { useForm, useToday } from '../../../kit/api/index.ts'
import { FormDialog, NumberField, SelectField, TextField } from '../../../kit/index.ts'
import { usePlan, type Year } from './place.ts'

/** A new draft, empty or carried over from a year before. */
export function StartDialog({ years, onClose }: { years: readonly Year[]; onClose: () => void }) {
  const today = useToday()
  const taken = new Set(years.map(({ year }) => year))
  const thisYear = Number(today.slice(0, 4))
  const free = taken.has(thisYear) ? thisYear + 1 : thisYear
  const [params, setParams] = useSearchParams()
  const last = years.find(({ year }) => year < free)?.year
  const form = useForm(usePlan().startYear, { year: free, title: `${free} 年度工作计划`, copyFrom: last })
  const open = (year: number) => {
    const next = new URLSearchParams(params)
    next.set('year', String(year))
    setParams(next)
    onClose()
  }
  return (
    <FormDialog
      title="起草年度计划"
      submit="起草"
      said="草稿已经建好，可以逐项修改"
      form={form}
      onDone={({ year }) => open(year)}
      onClose={onClose}
    >
      <NumberField label="年份" {...form.amount('year')} required />
      <TextField label="名称" {...form.text('title')} required />
      <TextField label="依据" hint="哪份文件或会议" {...form.text('source')} required />
      <SelectField
        label="沿用上年"
        hint="目标、份额、任务和节点照搬，日期改到新的一年"
        placeholder="不沿用，从空白开始"
        value={form.values.copyFrom ? String(form.values.copyFrom) : undefined}
        onChange={(next) => form.set({ copyFrom: next ? Number(next) : undefined })}
        options={years.map(({ year, title }) => ({ value: String(year), title }))}
      />
    </FormDialog>
  )
}

export function IssueDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const form = useForm(usePlan().issueYear, { year })
  return (
    <FormDialog
      title={`下达 ${year} 年度计划`}
      submit="下达"
      said={({ targets, tasks }) => `已下达 ${targets} 项目标、${tasks} 项任务`}
      form={form}
      onClose={onClose}
    >
      <p>下达后，目标和任务对各部室、各街道生效；之后要改目标数、季度或牵头部室，由部室提出调整，您批准。</p>
    </FormDialog>
  )
}
