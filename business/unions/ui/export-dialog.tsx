import { useForm } from '../../../kit/api/index.ts'
import { ExportDialog } from '../../../kit/index.ts'
import type { Filters } from './filters.ts'
import { useUnions } from './place.ts'

/** The register as it stands, in a file. */
export function ExportUnions({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const form = useForm(useUnions().export, { ...filters, format: 'xlsx' })
  return (
    <ExportDialog title="导出现在的列表" unit="家" heed="表里有主席姓名，用完请删除。" form={form} onClose={onClose} />
  )
}
