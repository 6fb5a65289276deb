import { useForm, useToday } from '../../../kit/api/index.ts'
import { ChoiceField, DayField, FormDialog, Notice, optionsOf, TextField } from '../../../kit/index.ts'
import { grades, gradeWords } from '../rules/words.ts'
import { type Federation, useFederations, useYear } from './place.ts'

interface Props {
  federation: Federation
  onClose: () => void
}

export function ProposeDialog({ federation, kind, onClose }: Props & { kind: 'grade' | 'point' }) {
  const form = useForm(useFederations().propose, { id: federation.id, kind })
  const isGrade = kind === 'grade'
  const others = optionsOf(grades).filter(({ value }) => value !== String(federation.grade))
  return (
    <FormDialog
      title={isGrade ? '提出调整等级' : '提为示范点'}
      submit="提出"
      said="已提出，由区总工会另一位同事批准"
      form={form}
      onClose={onClose}
    >
      {isGrade && (
        <ChoiceField
          label={`现在是${gradeWords(federation.grade)}，调整为`}
          value={form.values.grade?.toString()}
          onChange={(grade) => form.set({ grade: Number(grade) })}
          options={others}
          error={form.errorAt('grade')}
          required
        />
      )}
      {isGrade && !federation.criteria && <Notice>区总工会还没有登记等级标准，请写明依据。</Notice>}
      <TextField
        label={isGrade ? '依据' : '示范什么'}
        hint="不要写个人的姓名、证件号码和电话"
        lines={4}
        max={2000}
        {...form.text('content')}
        required
      />
    </FormDialog>
  )
}

export function PilotDialog({ federation, onClose }: Props) {
  const form = useForm(useFederations().markPilot, { id: federation.id, on: useToday() })
  return (
    <FormDialog title="列为综合改革试点" submit="列为试点" said="已列为试点" form={form} onClose={onClose}>
      <DayField label="从哪天起" {...form.text('on')} required />
      <TextField label="试点什么" max={100} {...form.text('theme')} required />
    </FormDialog>
  )
}

export function ApplyDialog({ federation, onClose }: Props) {
  const form = useForm(useFederations().apply, { id: federation.id, year: useYear() })
  return (
    <FormDialog
      wide
      title="申报“四力杯”优秀项目"
      submit="申报"
      said="已申报，由区总工会受理"
      form={form}
      onClose={onClose}
    >
      <TextField label="项目名称" hint="不要写人名" max={50} {...form.text('title')} required />
      <TextField
        label="做法和成效"
        hint="做了什么、多少职工受益、别处能不能照着做。不要写个人的姓名、证件号码和电话"
        lines={8}
        max={3000}
        {...form.text('content')}
        required
      />
    </FormDialog>
  )
}
