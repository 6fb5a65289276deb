import { type ReactNode, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { ChoiceField } from '../field/choice-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { useDesk } from './api.tsx'
import type { FormState } from './form.ts'
import { FormDialog } from './form-dialog.tsx'

interface Asked {
  reason: string
  format?: 'xlsx' | 'csv'
}
interface Made {
  documentId: string
  name: string
  rows: number
}

interface ExportDialogProps {
  title: string
  /** What is counted in the file: 件, 家, 位会员. */
  unit: string
  form: FormState<Asked, Made>
  /** What goes in the box of the reason. */
  hint?: string
  /** What to heed once one has the file. */
  heed?: string
  /** The file comes in one format only. */
  isPlain?: boolean
  onClose: () => void
  /** What else is asked. */
  children?: ReactNode
}

const formats = [
  { value: 'xlsx', title: '表格（Excel、WPS）' },
  { value: 'csv', title: '纯文本表格（CSV）' },
]

/** A list into a file, once it is said why; then the file to open. */
export function ExportDialog(props: ExportDialogProps) {
  const { title, unit, form, hint = '谁、何时、为什么导出都会记下', heed, isPlain = false, onClose, children } = props
  const { fileHref } = useDesk()
  const [made, setMade] = useState<Made>()
  if (made) {
    return (
      <Dialog open title="导出好了" onClose={onClose}>
        <p>
          共 {made.rows.toLocaleString('zh-CN')} {unit}：<a href={fileHref(made.documentId)}>{made.name}</a>
        </p>
        {heed && <p className="nf-soft">{heed}</p>}
      </Dialog>
    )
  }
  return (
    <FormDialog title={title} submit="导出" form={form} onDone={setMade} onClose={onClose}>
      <TextField label="导出原因" hint={hint} {...form.text('reason')} max={200} required />
      {children}
      {!isPlain && (
        <ChoiceField
          label="格式"
          value={form.values.format}
          onChange={(format) => form.set({ format: format === 'csv' ? 'csv' : 'xlsx' })}
          options={formats}
          required
        />
      )}
    </FormDialog>
  )
}
