import { useState } from 'react'
import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { useApi, useForm } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  DayField,
  Dialog,
  dayWords,
  Form,
  Money,
  MoneyField,
  Notice,
  SelectField,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import type { AmountCode, Dated } from '../registries.ts'
import { amounts, isAmountCode } from './amounts.ts'

const isAmount = (dated: Dated): dated is Dated & { code: AmountCode; value: { fen: number } } =>
  isAmountCode(dated.code)

/** Amounts that calculators need, each with the day it holds from and its paper. */
export function AmountsCard({ values, canEdit }: { values: readonly Dated[]; canEdit: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const rows = values.filter(isAmount)
  const columns: Column<(typeof rows)[number]>[] = [
    { title: '名称', cell: (row) => amounts[row.code] },
    { title: '每月', align: 'right', cell: (row) => <Money fen={row.value.fen} unit="元" /> },
    { title: '时间', cell: (row) => spanWords(row) },
    { title: '依据', cell: (row) => row.source },
  ]
  return (
    <Card
      title="工资标准"
      sub="算补偿和加班费时用"
      actions={canEdit && <Button onClick={() => setOpen(true)}>录入</Button>}
    >
      <DataTable
        label="工资标准"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.code} ${row.validFrom}`}
        empty="还没有录入。没有录入前，计算时不核对最低工资和三倍封顶，并会说明。"
      />
      {isOpen && <EditAmount onClose={() => setOpen(false)} />}
    </Card>
  )
}

const spanWords = ({ validFrom, validTo }: Dated): string =>
  validTo ? `${dayWords(validFrom)}至${dayWords(validTo)}前` : `${dayWords(validFrom)}起`

function EditAmount({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const form = useForm(useApi('parameters', parameters).setMoney, {})
  const submit = async () => {
    if (!(await form.submit())) return
    say('已保存')
    onClose()
  }
  return (
    <Dialog open title="录入工资标准" submit="保存" onClose={onClose} onSubmit={submit}>
      <Form>
        <SelectField
          label="哪一项"
          {...form.choice('code')}
          options={Object.entries(amounts).map(([value, title]) => ({ value, title }))}
          required
        />
        <MoneyField label="每月金额" {...form.amount('fen')} required />
        <DayField label="从哪天起" {...form.text('validFrom')} required />
        <TextField label="依据" hint="公布它的文件名和文号" {...form.text('source')} required />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
