import { useForm } from '../../../kit/api/index.ts'
import { ExportDialog } from '../../../kit/index.ts'
import type { Listed } from './asked.ts'
import { useCoverage } from './place.ts'

/** The list as it stands, in a file. */
export function ExportFirms({ listed, onClose }: { listed: Listed; onClose: () => void }) {
  const form = useForm(useCoverage().export, { ...listed, format: 'xlsx' })
  return <ExportDialog title="导出现在的名单" unit="家" form={form} onClose={onClose} />
}
