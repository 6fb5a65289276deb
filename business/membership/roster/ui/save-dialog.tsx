import { useAct, useApi, useForm, useNow } from '../../../../kit/api/index.ts'
import { DayField, Dialog, FormDialog, TextField, useSay } from '../../../../kit/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import { rosterContract } from '../contract.ts'
import type { Columns } from './draft.ts'
import type { Mapping } from './mapping.ts'

interface SaveProps {
  mapping: Mapping
  columns: Columns
  isCopy: boolean
  onClose: () => void
  onSaved: (id: string) => void
}

/** Keeps the arrangement, with where the layout comes from: the next one must be able to hold it against the template. */
export function SaveDialog({ mapping, columns, isCopy, onClose, onSaved }: SaveProps) {
  const today = wallTime(useNow()).day
  const form = useForm(useApi('membership', rosterContract).saveExportMapping, {
    id: isCopy ? undefined : mapping.id,
    name: isCopy ? '' : mapping.name,
    source: isCopy ? '' : mapping.source,
    validFrom: isCopy ? today : mapping.validFrom,
    columns: [...columns],
  })
  const settle = (id: string) => {
    onSaved(id)
    onClose()
  }
  return (
    <FormDialog
      title={isCopy ? '另存一份导出格式' : `保存“${mapping.name}”`}
      submit="保存"
      said="导出格式已保存，下级工会也能用"
      form={form}
      onDone={({ id }) => settle(id)}
      onClose={onClose}
    >
      <TextField label="名称" {...form.text('name')} max={40} required />
      <TextField label="来源" hint="照哪份模板或通知，什么时候的" {...form.text('source')} max={200} required />
      <DayField label="何时起用" {...form.text('validFrom')} required />
    </FormDialog>
  )
}

export function RemoveDialog({
  mapping,
  onClose,
  onRemoved,
}: {
  mapping: Mapping
  onClose: () => void
  onRemoved: () => void
}) {
  const say = useSay()
  const remove = useAct(useApi('membership', rosterContract).removeExportMapping)
  const submit = async () => {
    await remove({ id: mapping.id })
    say('导出格式已删除')
    onRemoved()
    onClose()
  }
  return (
    <Dialog open title={`删除“${mapping.name}”`} submit="删除" onClose={onClose} onSubmit={submit}>
      <p>下级工会也不能再用这个格式。已经导出的文件不受影响。</p>
    </Dialog>
  )
}
