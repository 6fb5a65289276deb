import { useForm } from '../../../kit/api/index.ts'
import { ExportDialog } from '../../../kit/index.ts'
import type { Asked } from './asked.ts'
import { useOverview } from './place.ts'

interface ExportRecordsProps {
  which: { code: string; part: 'numerator' | 'denominator' }
  asked: Asked
  onClose: () => void
}

/** The records as they stand, in a file; the reason is kept. */
export function ExportRecords({ which, asked, onClose }: ExportRecordsProps) {
  const form = useForm(useOverview().export, { ...which, ...asked, format: 'xlsx' })
  return <ExportDialog title="导出这些记录" unit="条" form={form} onClose={onClose} />
}
