import { useId, useState } from 'react'
import { useForm } from '../../../../kit/api/index.ts'
import { Button, SelectField, TextField } from '../../../../kit/index.ts'
import { isVoid } from '../../rules/ballots.ts'
import { type Duty, duties } from '../../rules/words.ts'
import { type Candidate, type Election, useElections } from '../place.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const signs = { o: '○', x: '×', '.': '空' } as const
type Sign = keyof typeof signs

const openDuties = (election: Election) => election.rounds.filter(({ round }) => round === election.round)
const dutyOptions = (election: Election) =>
  openDuties(election).map(({ duty }) => ({ value: duty, title: duties[duty] }))

/** Papers from the pile, one after the other; nothing is asked about who cast them. */
export function BallotsDialog(props: VerbProps) {
  const { election } = props
  const [first] = openDuties(election)
  const form = useForm(useElections().enterBallots, { id: election.id, duty: first?.duty, ballots: [] })
  const duty: Duty = form.values.duty ?? 'committee'
  const round = openDuties(election).find((one) => one.duty === duty)
  const ballots = form.values.ballots ?? []
  const seats = round?.seats ?? 1
  const isFull = ballots.length >= 200
  return (
    <VerbFrame {...props} verb="enterBallots" form={form} why={ballots.length === 0 ? '还没有录票' : undefined} wide>
      <SelectField
        label="选什么"
        value={duty}
        onChange={(value) => form.set({ duty: value as Duty, ballots: [] })}
        options={dutyOptions(election)}
        required
      />
      <p role="status">
        已存 {round?.ballots ?? 0} 张，这次录了 {ballots.length} 张
        {ballots.some((one) => isVoid(one, seats)) &&
          `，其中废票 ${ballots.filter((one) => isVoid(one, seats)).length} 张`}
        {isFull && '，请先存下再录'}
      </p>
      {round && !isFull && (
        <Sheet
          key={`${duty} ${ballots.length}`}
          places={placesOf(
            election,
            round.votes.map(({ candidateId }) => candidateId),
          )}
          seats={seats}
          onDone={(marks) => form.set({ ballots: [...ballots, marks] })}
        />
      )}
      {ballots.length > 0 && (
        <Button onClick={() => form.set({ ballots: ballots.slice(0, -1) })}>去掉刚录的一张</Button>
      )}
    </VerbFrame>
  )
}

const placesOf = (election: Election, ids: readonly string[]): Candidate[] =>
  election.candidates.filter(({ id }) => ids.includes(id)).sort((a, b) => a.position - b.position)

function Sheet({
  places,
  seats,
  onDone,
}: {
  places: readonly Candidate[]
  seats: number
  onDone: (marks: string) => void
}) {
  const name = useId()
  const [marks, setMarks] = useState<Record<string, Sign>>({})
  const last = Math.max(0, ...places.map(({ position }) => position))
  const ballot = Array.from({ length: last }, (_, n) => {
    const one = places.find(({ position }) => position === n + 1)
    return (one && marks[one.id]) ?? '.'
  }).join('')
  return (
    <div className="election-sheet">
      {places.map(({ id, name: who }) => (
        <fieldset key={id} className="election-sheet-line">
          <legend className="nf-hidden">{who}</legend>
          <span aria-hidden="true">{who}</span>
          {(Object.keys(signs) as Sign[]).map((sign) => (
            <label key={sign}>
              <input
                className="nf-hidden"
                type="radio"
                name={`${name}${id}`}
                checked={(marks[id] ?? '.') === sign}
                onChange={() => setMarks((old) => ({ ...old, [id]: sign }))}
              />
              {signs[sign]}
            </label>
          ))}
        </fieldset>
      ))}
      {isVoid(ballot, seats) && <p className="nf-soft">画○的多于应选 {seats} 名，这张是废票，照记。</p>}
      <Button onClick={() => onDone(ballot)}>记下这张，录下一张</Button>
    </div>
  )
}

export function DropBallotsDialog(props: VerbProps) {
  const { election } = props
  const entered = openDuties(election).filter(({ ballots }) => ballots > 0)
  const form = useForm(useElections().dropBallots, { id: election.id, duty: entered[0]?.duty })
  return (
    <VerbFrame {...props} verb="dropBallots" form={form} why={entered.length === 0 ? '还没有逐张录过票' : undefined}>
      <SelectField
        label="哪一项"
        {...form.choice('duty')}
        options={entered.map(({ duty, ballots }) => ({ value: duty, title: `${duties[duty]}，${ballots} 张` }))}
        required
      />
      <TextField label="为什么撤回" lines={2} max={1000} {...form.text('note')} required />
    </VerbFrame>
  )
}
