import { useState } from 'react'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import { Button, Card, type Column, DataTable, FormDialog, NumberField } from '../../../kit/index.ts'
import { type TargetDetail, usePlan } from './place.ts'
import { ProgressBar } from './progress-bar.tsx'
import { amount } from './words.ts'

type Street = TargetDetail['streets'][number]

/** The shares of the streets in official order, with how far each is; shown to the district only. */
export function SharesCard({ detail }: { detail: TargetDetail }) {
  const { may } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const { target, streets, hint } = detail
  const isSplit = streets.some(({ number }) => number !== null)
  const hasSomething = isSplit || target.isRecorded
  if (!hasSomething && !may('plan.split')) return null
  return (
    <Card
      title="分到街道"
      sub={`${hint}。按固定次序，不排名次；街道只看到自己的和平均`}
      actions={may('plan.split') && <Button onClick={() => setOpen(true)}>分一分</Button>}
    >
      {hasSomething && (
        <DataTable label="分到街道" columns={columnsOf(detail, isSplit)} rows={streets} rowKey={(row) => row.id} />
      )}
      {isOpen && <SplitDialog detail={detail} onClose={() => setOpen(false)} />}
    </Card>
  )
}

/** Before it is split there is neither share nor progress, before a line records it nothing that stands. */
function columnsOf({ target, timePassed }: TargetDetail, isSplit: boolean): Column<Street>[] {
  const { unit, isRecorded } = target
  const name: Column<Street> = { title: '街道', cell: (row) => row.name }
  const share: Column<Street> = {
    title: '份额',
    align: 'right',
    cell: (row) => (row.number === null ? '没有分' : amount(row.number, unit)),
  }
  const value: Column<Street> = { title: '现在', align: 'right', cell: (row) => amount(row.value, unit) }
  const progress: Column<Street> = {
    title: '进度',
    cell: ({ percent }) =>
      percent !== null && (
        <ProgressBar percent={percent} timePassed={timePassed} risk={percent >= 100 ? 'reached' : 'on_way'} />
      ),
  }
  return [
    name,
    ...(isSplit ? [share] : []),
    ...(isRecorded ? [value] : []),
    ...(isSplit && isRecorded ? [progress] : []),
  ]
}

function SplitDialog({ detail, onClose }: { detail: TargetDetail; onClose: () => void }) {
  const { target, streets, even } = detail
  const form = useForm(usePlan().split, {
    id: target.id,
    shares: streets.map(({ id, number }) => ({ orgId: id, number })),
  })
  const shares = form.values.shares ?? []
  const put = (at: number, number: number | undefined) =>
    form.set({ shares: shares.map((share, i) => (i === at ? { ...share, number: number ?? null } : share)) })
  const isRate = target.unit === '%'
  const sum = shares.reduce((all, { number }) => all + (number ?? 0), 0)
  const spread = () => form.set({ shares: shares.map((share, i) => ({ ...share, number: even[i] ?? null })) })
  return (
    <FormDialog wide title={`分到街道：${target.title}`} submit="保存" said="已分到街道" form={form} onClose={onClose}>
      <p className="nf-soft">
        {isRate
          ? '比率不相加，各街道分别对照。'
          : `合计 ${sum} ${target.unit}，全区目标 ${amount(target.districtNumber, target.unit)}；不要求正好相等。`}{' '}
        <button type="button" className="nf-link" onClick={spread}>
          平均分
        </button>
      </p>
      <div className="plan-shares">
        {streets.map((street, i) => (
          <NumberField
            key={street.id}
            label={street.name}
            unit={target.unit}
            value={shares[i]?.number ?? undefined}
            onChange={(number) => put(i, number)}
          />
        ))}
      </div>
    </FormDialog>
  )
}
