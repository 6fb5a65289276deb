import { useForm, useToday } from '../../../kit/api/index.ts'
import {
  type Column,
  DataTable,
  DayField,
  FormDialog,
  FormPair,
  Money,
  MoneyField,
  NumberField,
  TextField,
} from '../../../kit/index.ts'
import { type Activity, useFederations } from './place.ts'

interface ActivityDialogProps {
  of: { clubId: string } | { linkId: string }
  name: string
  onClose: () => void
}

export function ActivityDialog({ of, name, onClose }: ActivityDialogProps) {
  const today = useToday()
  const form = useForm(useFederations().addActivity, { ...of, heldOn: today, fen: 0 })
  return (
    <FormDialog title={`登记活动：${name}`} submit="登记" said="活动已登记" form={form} onClose={onClose}>
      <TextField label="活动名称" max={60} {...form.text('title')} required />
      <FormPair>
        <DayField label="日期" max={today} {...form.text('heldOn')} required />
        <NumberField label="参加" unit="人次" {...form.amount('heads')} required />
      </FormPair>
      <MoneyField label="工会经费支出" {...form.amount('fen')} required />
      <TextField label="成效" lines={2} max={500} {...form.text('result')} />
    </FormDialog>
  )
}

const columns: readonly Column<Activity>[] = [
  { title: '活动', cell: (one) => one.title },
  { title: '属于', cell: (one) => one.of },
  { title: '日期', cell: (one) => one.heldOn },
  { title: '参加（人次）', align: 'right', cell: (one) => one.heads },
  { title: '经费', align: 'right', cell: (one) => <Money fen={one.fen} /> },
  { title: '成效', cell: (one) => one.result || '—' },
]

export const ActivitiesTable = ({ rows }: { rows: readonly Activity[] }) => (
  <DataTable label="活动" columns={columns} rows={rows} rowKey={(one) => one.id} empty="还没有登记活动" />
)
