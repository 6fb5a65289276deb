import { useState } from 'react'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import { Dialog, FormDialog, TextField } from '../../../kit/index.ts'
import { usePlan } from './place.ts'

export function ExportDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { fileHref } = useDesk()
  const form = useForm(usePlan().exportPlan, { year })
  const [made, setMade] = useState<{ documentId: string; name: string; rows: number }>()
  if (made) {
    return (
      <Dialog open title="导出好了" onClose={onClose}>
        <p>
          共 {made.rows} 项任务：<a href={fileHref(made.documentId)}>{made.name}</a>
        </p>
      </Dialog>
    )
  }
  return (
    <FormDialog title={`导出 ${year} 年度任务`} submit="导出" form={form} onDone={setMade} onClose={onClose}>
      <TextField label="导出原因" hint="谁、何时、为什么导出都会记下" max={200} {...form.text('reason')} required />
    </FormDialog>
  )
}
