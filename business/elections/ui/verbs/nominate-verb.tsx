import { useState } from 'react'
import { useForm } from '../../../../kit/api/index.ts'
import {
  CheckField,
  ChecksField,
  Notice,
  optionsOf,
  PersonPicker,
  type Pick,
  SelectField,
  TextField,
} from '../../../../kit/index.ts'
import { type Bar, bars, barsFor, reasonsAgainst } from '../../rules/eligibility.ts'
import { type Duty, duties, type Nominator, nominators } from '../../rules/words.ts'
import { useElections } from '../place.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const ways = optionsOf(nominators).filter(({ value }) => value !== 'ballot' && value !== 'motion')

/** Somebody for a duty, with what they declare; or a motion. */
export function NominateDialog(props: VerbProps) {
  const { election } = props
  const [first] = election.seats
  const form = useForm(useElections().nominate, { id: election.id, duty: first?.duty, nominatedBy: 'groups', bars: [] })
  const duty: Duty = form.values.duty ?? 'committee'
  const declared = (form.values.bars ?? []) as Bar[]
  const against = election.purpose === 'recall' ? [] : reasonsAgainst(duty, declared)
  if (duty === 'motion') {
    return (
      <VerbFrame {...props} verb="nominate" form={form}>
        <TextField
          label="议案"
          hint="写要表决的一句话，例如：通过 2026 年工会经费预算"
          max={200}
          {...form.text('motion')}
          required
        />
      </VerbFrame>
    )
  }
  return (
    <VerbFrame {...props} verb="nominate" form={form} why={against[0]}>
      <SelectField
        label={election.purpose === 'recall' ? '罢免什么职务' : '选什么'}
        value={duty}
        onChange={(value) => form.set({ duty: value as Duty, bars: [] })}
        options={election.seats.map((seat) => ({ value: seat.duty, title: duties[seat.duty] }))}
        required
      />
      <SelectField
        label={election.purpose === 'recall' ? '谁提出的' : '怎么提名的'}
        value={form.values.nominatedBy}
        onChange={(value) => form.set({ nominatedBy: value as Nominator })}
        options={ways}
        required
      />
      <MemberField
        {...props}
        onChoose={(personId) => form.set({ personId })}
        isWide={form.values.nominatedBy === 'superior'}
        error={form.errorAt('personId')}
      />
      {election.purpose !== 'recall' && (
        <Declared duty={duty} value={declared} onChange={(next) => form.set({ bars: next })} />
      )}
      {against.length > 0 && <Notice tone="bad">{against.join('；')}</Notice>}
      {election.purpose !== 'recall' && (
        <CheckField checked={form.values.isFullTime ?? false} onChange={(isFullTime) => form.set({ isFullTime })}>
          专职
        </CheckField>
      )}
    </VerbFrame>
  )
}

interface MemberFieldProps extends VerbProps {
  onChoose: (id: string | undefined) => void
  /** Also those outside the union: a chair may be sent by the union above. */
  isWide?: boolean
  error: string | undefined
}

export function MemberField({ election, onChoose, isWide = false, error }: MemberFieldProps) {
  const { nominees } = useElections()
  const [person, setPerson] = useState<Pick>()
  return (
    <PersonPicker
      label="哪位会员"
      hint={election.orgId === null ? '在建会的会员名单里找' : undefined}
      value={person}
      onChange={(pick) => {
        setPerson(pick)
        onChoose(pick?.id)
      }}
      search={(text) => nominees({ id: election.id, text, isSent: isWide })}
      error={error}
      required
    />
  )
}

/** What the candidate declares; asked only of the facts that matter for the duty. */
export function Declared({
  duty,
  value,
  onChange,
}: {
  duty: Duty
  value: readonly Bar[]
  onChange: (bars: Bar[]) => void
}) {
  const asked = barsFor(duty)
  if (asked.length === 0) return null
  return (
    <ChecksField
      label="本人申报，有下列情形的勾上"
      hint="勾上的不能作这项职务的候选人"
      value={value}
      onChange={(next) => onChange(next as Bar[])}
      options={asked.map((bar) => ({ value: bar, title: bars[bar].title }))}
    />
  )
}
