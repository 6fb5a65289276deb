import { type Call, useForm, useToday } from '../../../../kit/api/index.ts'
import { DayField, FormPair, Notice, NumberField, SelectField, TextField } from '../../../../kit/index.ts'
import { quorumOf } from '../../rules/count.ts'
import { faultOfAttendance } from '../../rules/faults.ts'
import { pendingOf } from '../../rules/rounds.ts'
import { duties } from '../../rules/words.ts'
import { FiguresFields } from '../figures-fields.tsx'
import { useElections } from '../place.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

interface Meeting {
  id: string
  heldOn: string
  heldPlace?: string
  expected: number
  attended: number
  note?: string
}

/** How many came; with too few it says so before it is sent. */
export function MeetingDialog({ verb, ...props }: VerbProps & { verb: 'hold' | 'runOff' }) {
  const { election } = props
  const today = useToday()
  const call: Call<Meeting, unknown> = useElections()[verb]
  const form = useForm(call, {
    id: election.id,
    heldOn: today,
    heldPlace: election.heldPlace,
    expected: election.expectedCount,
  })
  const { expected, attended } = form.values
  const fault = expected !== undefined && attended !== undefined ? faultOfAttendance(expected, attended) : null
  const isChanged = expected !== election.expectedCount
  return (
    <VerbFrame {...props} verb={verb} form={form} why={fault ?? undefined}>
      <FormPair>
        <DayField label="哪天开的会" max={today} {...form.text('heldOn')} required />
        <TextField label="在哪里" max={100} {...form.text('heldPlace')} />
      </FormPair>
      <FormPair>
        <NumberField label="应到" unit="人" {...form.amount('expected')} required />
        <NumberField
          label="实到"
          unit="人"
          hint={`至少 ${quorumOf(expected ?? election.expectedCount)} 人，达到三分之二才能选`}
          {...form.amount('attended')}
          required
        />
      </FormPair>
      {fault && <Notice tone="watch">{fault}</Notice>}
      <TextField
        label="说明"
        hint={isChanged ? '应到人数和登记的不同，请写原因' : undefined}
        max={1000}
        {...form.text('note')}
        required={isChanged}
      />
    </VerbFrame>
  )
}

export function LeaveOpenDialog(props: VerbProps) {
  const { election } = props
  const open = pendingOf(election.purpose, election.rounds, election.candidates)
  const form = useForm(useElections().leaveOpen, { id: election.id, duty: open[0]?.duty })
  return (
    <VerbFrame {...props} verb="leaveOpen" form={form} why={open.length === 0 ? '没有空着的名额' : undefined}>
      <SelectField
        label="哪项职务"
        {...form.choice('duty')}
        options={open.map(({ duty, seats }) => ({ value: duty, title: `${duties[duty]}，缺 ${seats} 名` }))}
        required
      />
      <TextField
        label="大会怎么定的"
        hint="例如：经过半数代表同意，减少一个名额"
        lines={2}
        max={1000}
        {...form.text('note')}
        required
      />
    </VerbFrame>
  )
}

export function ConfirmDialog(props: VerbProps) {
  const today = useToday()
  const form = useForm(useElections().confirm, { id: props.election.id, fromOn: props.election.heldOn ?? today })
  return (
    <VerbFrame {...props} verb="confirm" form={form}>
      <TextField label="批复文号" hint="例如：平工组〔2026〕8号" max={40} {...form.text('approvalNumber')} required />
      <DayField label="从哪天起任职" min={props.election.heldOn ?? undefined} {...form.text('fromOn')} required />
      <TextField label="说明" lines={2} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}

export function WriteInDialog(props: VerbProps) {
  const { election } = props
  const open = election.rounds.filter(
    ({ round, kind, duty }) => round === election.round && kind !== 'tie' && duty !== 'motion',
  )
  const form = useForm(useElections().writeIn, { id: election.id, duty: open[0]?.duty })
  return (
    <VerbFrame {...props} verb="writeIn" form={form} why={open.length === 0 ? '这一轮不能另选别人' : undefined}>
      <SelectField
        label="选什么"
        {...form.choice('duty')}
        options={open.map(({ duty }) => ({ value: duty, title: duties[duty] }))}
        required
      />
      <TextField
        label="选票上写的姓名"
        hint="写法不同但是同一个人的，合在一起记"
        max={30}
        {...form.text('name')}
        required
      />
    </VerbFrame>
  )
}

export function AmendDialog(props: VerbProps) {
  const { election } = props
  const { id, body, membersCount, expectedCount, termYears, plannedOn, seats } = election
  const form = useForm(useElections().amend, {
    id,
    body,
    membersCount,
    expectedCount: body === 'general' ? undefined : expectedCount,
    termYears: termYears === 3 || termYears === 5 ? termYears : undefined,
    plannedOn: plannedOn ?? undefined,
    seats,
  })
  return (
    <VerbFrame {...props} verb="amend" form={form} wide>
      <FiguresFields form={form} purpose={election.purpose} />
    </VerbFrame>
  )
}
