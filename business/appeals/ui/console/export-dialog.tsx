import { useForm } from '../../../../kit/api/index.ts'
import { ExportDialog } from '../../../../kit/index.ts'
import type { Filters } from './filters.ts'
import { useAppeals } from './use-appeals.ts'

/** The list as it stands, in a file. */
export function ExportAppeals({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const form = useForm(useAppeals().export, { ...filters, format: 'xlsx' })
  return (
    <ExportDialog
      title="导出现在的列表"
      unit="件"
      heed="表里没有姓名、电话和诉求原文。用完请删除。"
      form={form}
      onClose={onClose}
    />
  )
}
