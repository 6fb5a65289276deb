import { useForm } from '../../../kit/api/index.ts'
import { ExportDialog } from '../../../kit/index.ts'
import { usePlan } from './place.ts'

export function ExportPlan({ year, onClose }: { year: number; onClose: () => void }) {
  const form = useForm(usePlan().exportPlan, { year, format: 'xlsx' })
  return <ExportDialog title={`导出 ${year} 年度任务`} unit="项任务" form={form} onClose={onClose} />
}
