import { useState } from 'react'
import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi, useForm, useRead } from '../../../kit/api/index.ts'
import {
  CheckField,
  ChoiceField,
  FormDialog,
  FormPair,
  NumberField,
  optionsOf,
  SelectField,
  TextField,
} from '../../../kit/index.ts'
import { comparators } from '../rules/words.ts'
import { type Target, usePlan } from './place.ts'

/** A target of the draft: of a figure the house counts, or of one that no line records yet, which then has words but no value. */
export function TargetDialog({
  year,
  source,
  target,
  onClose,
}: {
  year: number
  source: string
  target?: Target
  onClose: () => void
}) {
  const known = useRead(useApi('figures', figures).names, {})
  const [isRecorded, setRecorded] = useState(target?.isRecorded ?? true)
  const form = useForm(usePlan().saveTarget, target ? wordsOf(target) : { year, source, comparator: '>=' })
  const unit = known.data?.find(({ code }) => code === form.values.figure)?.unit ?? form.values.unit
  return (
    <FormDialog
      title={target ? '修改目标' : '加一项目标'}
      submit="保存"
      said="目标已写好"
      form={form}
      onClose={onClose}
    >
      {!target && (
        <CheckField checked={!isRecorded} onChange={(no) => setRecorded(!no)}>
          这项数据还没有业务登记
        </CheckField>
      )}
      {isRecorded ? (
        <SelectField
          label="哪项数据"
          {...form.choice('figure')}
          options={(known.data ?? []).map(({ code, title }) => ({ value: code, title }))}
          required
        />
      ) : (
        <>
          <TextField
            label="代号"
            hint="业务的英文代号加一个名字，如 legal-aid.streetBrands；业务建好后自动对上"
            {...form.text('figure')}
            required
          />
          <FormPair>
            <TextField label="名称" {...form.text('title')} required />
            <TextField label="单位" {...form.text('unit')} required />
          </FormPair>
        </>
      )}
      <ChoiceField
        label="怎么比"
        value={form.values.comparator}
        onChange={(comparator) => form.set({ comparator: comparator === '<=' ? '<=' : '>=' })}
        options={optionsOf(comparators)}
        required
      />
      <NumberField label="目标数" unit={unit} {...form.amount('number')} required />
      <TextField label="原文怎么说" {...form.text('said')} />
      <TextField label="牵头部室" {...form.text('department')} />
      <TextField label="依据" hint="哪份计划或文件" {...form.text('source')} required />
    </FormDialog>
  )
}

const wordsOf = ({ year, figure, title, unit, comparator, districtNumber, said, department, source }: Target) => ({
  year,
  figure,
  title,
  unit,
  comparator,
  number: districtNumber,
  said,
  department,
  source,
})
