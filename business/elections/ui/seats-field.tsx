import type { z } from 'zod'
import { useToday } from '../../../kit/api/index.ts'
import { CheckField, NumberField } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { candidatesNeeded, differentialAt, mayBeEqual } from '../rules/sizes.ts'
import { type Duty, duties, isQuestion, offices, type Purpose } from '../rules/words.ts'

type Seat = z.input<(typeof contract)['open']['input']>['seats'][number]

interface SeatsFieldProps {
  purpose: Purpose
  value: readonly Seat[]
  onChange: (seats: Seat[]) => void
  error: string | undefined
}

const usual: Partial<Record<Duty, number>> = { committee: 3, audit_committee: 3, women_committee: 3 }

/** Which duties, how many of each; beside each how many candidates the rules ask for. */
export function SeatsField({ purpose, value, onChange, error }: SeatsFieldProps) {
  if (purpose === 'vote') return <p className="nf-soft">表决的议案在登记之后逐项加上。</p>
  const flip = (duty: Duty) =>
    onChange(
      value.some((seat) => seat.duty === duty)
        ? value.filter((seat) => seat.duty !== duty)
        : [...value, { duty, seats: usual[duty] ?? 1, isEqual: duty === 'chair' }],
    )
  const put = (changed: Seat) => onChange(value.map((seat) => (seat.duty === changed.duty ? changed : seat)))
  return (
    <fieldset className="election-seats">
      <legend className="nf-field-label">{purpose === 'recall' ? '罢免什么职务' : '选什么职务，各几名'}</legend>
      {error && <div className="nf-field-error">{error}</div>}
      {offices.map((duty) => {
        const seat = value.find((one) => one.duty === duty)
        return (
          <div key={duty} className="election-seat">
            <CheckField checked={seat !== undefined} onChange={() => flip(duty)}>
              {duties[duty]}
            </CheckField>
            {seat && !isQuestion(purpose) && <SeatLine seat={seat} onChange={put} />}
          </div>
        )
      })}
    </fieldset>
  )
}

function SeatLine({ seat, onChange }: { seat: Seat; onChange: (seat: Seat) => void }) {
  const today = useToday()
  const rule = differentialAt(seat.duty, today)
  const needed = candidatesNeeded(seat.duty, seat.seats, seat.isEqual ?? false, today)
  return (
    <div className="election-seat-line">
      {seat.duty !== 'chair' && (
        <NumberField
          label={`${duties[seat.duty]}名额`}
          compact
          unit="名"
          value={seat.seats}
          onChange={(seats) => onChange({ ...seat, seats: Math.max(1, Math.trunc(seats ?? 1)) })}
        />
      )}
      {mayBeEqual(seat.duty, today) && (
        <CheckField checked={seat.isEqual ?? false} onChange={(isEqual) => onChange({ ...seat, isEqual })}>
          等额
        </CheckField>
      )}
      <span className="nf-soft nf-small">
        候选人至少 {needed} 名。{rule.source}
        {rule.sure === 'U' && '（待区总工会确认）'}
      </span>
    </div>
  )
}
