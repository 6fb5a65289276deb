import { useId, useState } from 'react'
import { NotYet, useDesk, useRead } from '../../../../../kit/api/index.ts'
import { FieldGroup, SearchBox, StateBlock } from '../../../../../kit/index.ts'
import { type AppealsApi, useAppeals } from '../use-appeals.ts'

const MANY = 12

interface PeopleFieldProps {
  /** The appeal that is to be assigned. */
  id: string
  value: string | undefined
  onChange: (id: string) => void
  error: string | undefined
}

/** Who may take it on: the own union first, then in the order of the unions; the counts help to spread the load and rank nobody. */
export function PeopleField({ id, value, onChange, error }: PeopleFieldProps) {
  const { unit } = useDesk()
  const [text, setText] = useState('')
  const { data, state, retry } = useRead(useAppeals().assignees, { id })
  if (!data) {
    return <NotYet state={state} retry={retry} />
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

interface PeopleListProps extends Pick<PeopleFieldProps, 'value' | 'onChange'> {
  people: readonly Awaited<ReturnType<AppealsApi['assignees']>>[number][]
}

function PeopleList({ people, value, onChange }: PeopleListProps) {
  const name = useId()
  if (people.length === 0) return <p className="nf-soft">没有这个人，换几个字试试。</p>
  return (
    <div className="appeal-people">
      {people.map(({ personId, orgPath, orgName, role, roleTitle, open, ...person }) => (
        <label key={`${personId} ${orgPath} ${role}`}>
          <input type="radio" name={name} checked={personId === value} onChange={() => onChange(personId)} />
          <span>
            {person.name}{' '}
            <span className="nf-soft">
              {orgName} {roleTitle}
            </span>
          </span>
          <small>在办 {open} 件</small>
        </label>
      ))}
    </div>
  )
}
