import { useNavigate } from 'react-router'
import { useForm } from '../../../kit/api/index.ts'
import { CheckField, ChoiceField, DayField, FormDialog, FormPair, NumberField } from '../../../kit/index.ts'
import { duties } from '../rules/words.ts'
import { useUnions } from './place.ts'
import type { DialogProps } from './union-dialogs.tsx'

const { treasurer: _, organiser: __, ...elected } = duties
type Seat = { duty: keyof typeof elected; seats: number }

const purposes = [
  { value: 'term', title: '换届', hint: '选出新一届，原来各职务同一天期满' },
  { value: 'by_election', title: '补选', hint: '只补空缺的职务，任到本届期满' },
]
const bodies = [
  { value: 'general', title: '会员大会' },
  { value: 'congress', title: '会员代表大会', hint: '会员满一百人的可以开' },
]
const terms = [
  { value: '3', title: '三年' },
  { value: '5', title: '五年' },
]
const whole: Seat[] = [
  { duty: 'chair', seats: 1 },
  { duty: 'committee', seats: 3 },
  { duty: 'audit_committee', seats: 1 },
  { duty: 'women_committee', seats: 1 },
]

/** Opens the election that the union needs; candidates, notice and ballot follow there. */
export function CallElectionDialog({ union, onClose }: DialogProps) {
  const navigate = useNavigate()
  const isVacancy = union.termState === 'valid'
  const form = useForm(useUnions().callElection, {
    id: union.id,
    purpose: isVacancy ? 'by_election' : 'term',
    termYears: isVacancy ? undefined : 5,
    body: 'general',
    seats: isVacancy ? [{ duty: 'chair', seats: 1 }] : whole,
  })
  const turn = (purpose: string) =>
    purpose === 'term'
      ? form.set({ purpose, termYears: 5, seats: whole })
      : form.set({ purpose: 'by_election', termYears: undefined, seats: [{ duty: 'chair', seats: 1 }] })
  return (
    <FormDialog
      wide
      title={`发起选举：${union.name}`}
      submit="发起"
      said="已发起，接着提名候选人"
      form={form}
      onDone={({ electionId }) => void navigate(`/console/elections/${electionId}`)}
      onClose={onClose}
    >
      <ChoiceField label="选什么" value={form.values.purpose} onChange={turn} options={purposes} required />
      <FormPair>
        <ChoiceField label="谁来选" {...form.choice('body')} options={bodies} required />
        {form.values.purpose === 'term' && (
          <ChoiceField
            label="新一届任期"
            value={String(form.values.termYears ?? '')}
            onChange={(years) => form.set({ termYears: years === '3' ? 3 : 5 })}
            options={terms}
            required
          />
        )}
      </FormPair>
      <FormPair>
        {form.values.body === 'congress' && (
          <NumberField label="代表人数" {...form.amount('expectedCount')} unit="人" required />
        )}
        <DayField label="计划哪天开会" {...form.text('plannedOn')} />
      </FormPair>
      <Seats value={form.values.seats ?? []} onChange={(seats) => form.set({ seats })} error={form.errorAt('seats')} />
      <p className="nf-soft nf-small">有选举权的会员按登记册计，现在 {union.members.all} 人。</p>
    </FormDialog>
  )
}

interface SeatsProps {
  value: readonly Seat[]
  onChange: (seats: Seat[]) => void
  error: string | undefined
}

function Seats({ value, onChange, error }: SeatsProps) {
  const of = (duty: Seat['duty']) => value.find((seat) => seat.duty === duty)
  const flip = (duty: Seat['duty']) =>
    onChange(of(duty) ? value.filter((seat) => seat.duty !== duty) : [...value, { duty, seats: 1 }])
  const put = (duty: Seat['duty'], seats: number | undefined) =>
    onChange(value.map((seat) => (seat.duty === duty ? { duty, seats: seats ?? 1 } : seat)))
  return (
    <fieldset className="nf-field nf-field-group">
      <legend className="nf-field-label">选哪些职务，各几名</legend>
      {error && <div className="nf-field-error">{error}</div>}
      {Object.entries(elected).map(([name, title]) => {
        const duty = name as Seat['duty']
        const seat = of(duty)
        return (
          <FormPair key={duty}>
            <CheckField checked={seat !== undefined} onChange={() => flip(duty)}>
              {title}
            </CheckField>
            {seat && (
              <NumberField
                compact
                label={`${title}名额`}
                unit="名"
                value={seat.seats}
                onChange={(seats) => put(duty, seats)}
                required
              />
            )}
          </FormPair>
        )
      })}
    </fieldset>
  )
}
