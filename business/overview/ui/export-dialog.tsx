import { useState } from 'react'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import { ChoiceField, Dialog, Form, Notice, TextField } from '../../../kit/index.ts'
import type { Asked } from './asked.ts'
import { useOverview } from './place.ts'

const formats = [
  { value: 'xlsx', title: '表格（Excel、WPS）' },
  { value: 'csv', title: '纯文本表格' },
]

interface ExportDialogProps {
  which: { code: string; part: 'numerator' | 'denominator' }
  asked: Asked
  onClose: () => void
}

/** The records as they stand, in a file; the reason is kept. */
export function ExportDialog({ which, asked, onClose }: ExportDialogProps) {
  const { fileHref } = useDesk()
  const form = useForm(useOverview().export, { ...which, ...asked, format: 'xlsx' as const })
  const [made, setMade] = useState<{ documentId: string; name: string; rows: number }>()
  if (made) {
    return (
      <Dialog open title="导出好了" onClose={onClose}>
        <p>
          共 {made.rows} 条：<a href={fileHref(made.documentId)}>{made.name}</a>
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      title="导出这些记录"
      submit="导出"
      onClose={onClose}
      onSubmit={async () => setMade(await form.submit())}
    >
      <Form>
        <TextField label="导出原因" hint="谁、何时、为什么导出都会记下" {...form.text('reason')} max={200} required />
        <ChoiceField
          label="格式"
          value={form.values.format}
          onChange={(format) => form.set({ format: format as 'xlsx' | 'csv' })}
          options={formats}
          required
        />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
