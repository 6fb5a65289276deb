import { useApi, useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, ExportDialog } from '../../../../kit/index.ts'
import { rosterContract } from '../contract.ts'
import type { Mapping } from './mapping.ts'

const numbers = [
  { value: 'masked', title: '遮盖', hint: '核对、统计够用' },
  { value: 'full', title: '完整', hint: '只在对方系统要导入时用；会单独记下' },
]
/** Asks why, and whether numbers go out whole; the file bears who took it and when. */
export function ExportMembers({
  mapping,
  unit,
  onClose,
}: {
  mapping: Mapping
  unit: string | undefined
  onClose: () => void
}) {
  const form = useForm(useApi('membership', rosterContract).exportMembers, {
    unit,
    mappingId: mapping.id,
    numbers: 'masked',
    format: 'xlsx',
  })
  return (
    <ExportDialog
      title={`按“${mapping.name}”导出`}
      unit="位会员"
      hint="交给谁、做什么用"
      heed="文件写着谁、何时导出。上传到对方系统后请删除。"
      form={form}
      onClose={onClose}
    >
      <ChoiceField label="证件号码和手机号" {...form.choice('numbers')} options={numbers} required />
    </ExportDialog>
  )
}
