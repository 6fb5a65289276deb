import { useState } from 'react'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import { ChoiceField, Dialog, Form, Notice, TextField } from '../../../kit/index.ts'
import type { Listed } from './asked.ts'
import { useCoverage } from './place.ts'

const formats = [
  { value: 'xlsx', title: '表格（Excel、WPS）' },
  { value: 'csv', title: '纯文本表格' },
]

/** The list as it stands, in a file; the reason is kept. */
export function ExportDialog({ listed, onClose }: { listed: Listed; onClose: () => void }) {
  const { fileHref } = useDesk()
  const form = useForm(useCoverage().export, { ...listed, format: 'xlsx' as const })
  const [made, setMade] = useState<{ documentId: string; name: string; rows: number }>()
  if (made) {
    return (
      <Dialog open title="导出好了" onClose={onClose}>
        <p>
          共 {made.rows} 家：<a href={fileHref(made.documentId)}>{made.name}</a>
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      title="导出现在的名单"
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
