import { useId, useState } from 'react'
import { useDesk, useForm, useRead, useRegistries } from '../../../../../kit/api/index.ts'
import {
  FieldGroup,
  type Org,
  OrgPicker,
  SearchBox,
  Segments,
  StateBlock,
  TextField,
} from '../../../../../kit/index.ts'
import { type AppealsApi, useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const ways = [
  { value: 'person', title: '交给一个人' },
  { value: 'unit', title: '交给一个工会' },
]

/** To a person, with how many each has open, or to a union that finds its own. */
export function AssignDialog(props: VerbProps) {
  const { loadUnits } = useRegistries()
  const form = useForm(useAppeals().assign, { id: props.appeal.id })
  const [way, setWay] = useState('person')
  const [unit, setUnit] = useState<Org>()
  const { assigneeId, unitPath } = form.values
  const turn = (next: string) => {
    setWay(next)
    setUnit(undefined)
    form.set({ assigneeId: undefined, unitPath: undefined })
  }
  return (
    <VerbFrame {...props} verb="assign" form={form} why={assigneeId || unitPath ? undefined : '先选一个人或一个工会'}>
      <Segments label="交给谁" value={way} onChange={turn} options={ways} />
      {way === 'person' ? (
        <People
          id={props.appeal.id}
          value={assigneeId}
          onChange={(chosen) => form.set({ assigneeId: chosen })}
          error={form.errors.assigneeId}
        />
      ) : (
        <OrgPicker
          label="交给哪个工会"
          hint="由那里再分到人"
          value={unit}
          onChange={(org) => {
            setUnit(org)
            form.set({ unitPath: org?.id })
          }}
          load={loadUnits}
          error={form.errors.unitPath}
          required
        />
      )}
      <TextField
        label="备注"
        hint="给承办人看"
        lines={2}
        max={1000}
        value={form.values.note ?? ''}
        onChange={(note) => form.set({ note })}
        error={form.errors.note}
      />
    </VerbFrame>
  )
}

interface PeopleProps {
  id: string
  value: string | undefined
  onChange: (id: string) => void
  error: string | undefined
}

const MANY = 12

/** The own union first, then in the order of the unions; the counts help to spread the load and rank nobody. */
function People({ id, value, onChange, error }: PeopleProps) {
  const { unit } = useDesk()
  const [text, setText] = useState('')
  const { data, state, retry } = useRead(useAppeals().assignees, { id })
  if (!data) {
    const action = state === 'error' ? { title: '再试一次', onDo: retry } : undefined
    return <StateBlock kind={state === 'ready' ? 'loading' : state} action={action} />
  }
  if (data.length === 0) {
    return (
      <StateBlock kind="empty" title="没有可以承办的人">
        可以交给一个工会，由那里分到人。
      </StateBlock>
    )
  }
  const people = data
    .filter(({ name, orgName }) => `${name} ${orgName}`.includes(text.trim()))
    .toSorted((a, b) => Number(b.orgPath === unit.path) - Number(a.orgPath === unit.path))
  return (
    <FieldGroup label="承办人" error={error} required>
      {data.length > MANY && <SearchBox label="找人：姓名或单位" value={text} onChange={setText} />}
      <PeopleList people={people} value={value} onChange={onChange} />
    </FieldGroup>
  )
}

type Person = Awaited<ReturnType<AppealsApi['assignees']>>[number]

interface PeopleListProps {
  people: readonly Person[]
  value: string | undefined
  onChange: (id: string) => void
}

function PeopleList({ people, value, onChange }: PeopleListProps) {
  const name = useId()
  if (people.length === 0) return <p className="nf-soft">没有这个人，换几个字试试。</p>
  return (
    <div className="appeal-people">
      {people.map((person) => (
        <label key={`${person.personId} ${person.orgPath} ${person.role}`}>
          <input
            type="radio"
            name={name}
            checked={person.personId === value}
            onChange={() => onChange(person.personId)}
          />
          <span>
            {person.name}{' '}
            <span className="nf-soft">
              {person.orgName} {person.roleTitle}
            </span>
          </span>
          <small>在办 {person.open} 件</small>
        </label>
      ))}
    </div>
  )
}
