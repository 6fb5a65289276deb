import { useState } from 'react'
import { useApi, useDesk, useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, Dialog, Form, Notice, TextField } from '../../../../kit/index.ts'
import { rosterContract } from '../contract.ts'
import type { Mapping } from './mapping.ts'

const numbers = [
  { value: 'masked', title: '遮盖', hint: '核对、统计够用' },
  { value: 'full', title: '完整', hint: '只在对方系统要导入时用；会单独记下' },
]
const formats = [
  { value: 'xlsx', title: '表格（Excel、WPS）' },
  { value: 'csv', title: '纯文本表格（CSV）' },
]

/** Asks why, and whether numbers go out whole; the file bears who took it and when. */
export function ExportDialog({
  mapping,
  unit,
  onClose,
}: {
  mapping: Mapping
  unit: string | undefined
  onClose: () => void
}) {
  const { fileHref } = useDesk()
  const form = useForm(useApi('membership', rosterContract).exportMembers, {
    unit,
    mappingId: mapping.id,
    numbers: 'masked',
    format: 'xlsx',
  })
  const [made, setMade] = useState<{ documentId: string; name: string; rows: number }>()
  if (made)
    return (
      <Dialog open title="导出好了" onClose={onClose}>
        <p>
          共 {made.rows.toLocaleString('zh-CN')} 位会员：<a href={fileHref(made.documentId)}>{made.name}</a>
        </p>
        <p className="nf-soft">文件写着谁、何时导出。上传到对方系统后请删除。</p>
      </Dialog>
    )
  return (
    <Dialog
      open
      title={`按“${mapping.name}”导出`}
      submit="导出"
      onClose={onClose}
      onSubmit={async () => setMade(await form.submit())}
    >
      <Form>
        <TextField label="导出原因" hint="交给谁、做什么用" {...form.text('reason')} max={200} required />
        <ChoiceField label="证件号码和手机号" {...form.choice('numbers')} options={numbers} required />
        <ChoiceField label="文件" {...form.choice('format')} options={formats} required />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
