import { useForm, useNow } from '../../../../kit/api/index.ts'
import { ChoiceField, DayField, optionsOf, TextField } from '../../../../kit/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import { retainReasons } from '../../rules/words.ts'
import { NewFrame } from './new-frame.tsx'
import { PersonField } from './person-field.tsx'
import { useTransfers } from './place.ts'

const useToday = (): string => wallTime(useNow()).day

export function RetainForm() {
  const form = useForm(useTransfers().retain, {})
  return (
    <NewFrame
      form={form}
      submit="保留会籍"
      consequence="今天起生效：不交会费，不参加表决，其他服务照旧。重新上班可以恢复。"
    >
      <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      <ChoiceField label="原因" {...form.choice('reason')} options={optionsOf(retainReasons)} required />
      <TextField label="备注" lines={2} max={1000} {...form.text('note')} />
    </NewFrame>
  )
}

export function ResumeForm() {
  const form = useForm(useTransfers().resume, {})
  return (
    <NewFrame
      form={form}
      submit="恢复会籍"
      consequence="今天起恢复，重新交会费、参加表决。到别的单位上班的，请办转会。"
    >
      <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      <TextField label="备注" lines={2} max={1000} {...form.text('note')} />
    </NewFrame>
  )
}

export function LeaveForm() {
  const form = useForm(useTransfers().leave, {})
  return (
    <NewFrame form={form} submit="登记退会" consequence="退会自由，从书面提出的那天起生效，不用批准，也不用写原因。">
      <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      <DayField label="书面提出的日期" max={useToday()} {...form.text('writtenOn')} required />
    </NewFrame>
  )
}

export function ExpelForm() {
  const form = useForm(useTransfers().expel, {})
  return (
    <NewFrame
      form={form}
      submit="报上级批准"
      consequence="只有严重犯罪、判决已经生效的才能除名。上一级工会批准之前他还是会员，批准的人不能是您。"
    >
      <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      <TextField label="生效判决" hint="文书编号" max={100} {...form.text('judgment')} required />
      <TextField
        label="工会决定"
        hint="会议、日期、表决情况"
        lines={3}
        max={1000}
        {...form.text('decision')}
        required
      />
    </NewFrame>
  )
}

export function DeathForm() {
  const form = useForm(useTransfers().recordDeath, {})
  return (
    <NewFrame form={form} submit="登记" consequence="会籍到这一天为止。慰问家属请另外办理。">
      <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      <DayField label="去世日期" max={useToday()} {...form.text('on')} required />
      <TextField label="备注" lines={2} max={1000} {...form.text('note')} />
    </NewFrame>
  )
}
