import { useState } from 'react'
import { useForm } from '../../../../../kit/api/index.ts'
import { Segments, TextField } from '../../../../../kit/index.ts'
import { useAppeals } from '../use-appeals.ts'
import { PeopleField } from './people-field.tsx'
import { UnitField } from './unit-field.tsx'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const ways = [
  { value: 'person', title: '交给一个人' },
  { value: 'unit', title: '交给一个工会' },
]

/** To a person, with how many each has open, or to a union that finds its own. */
export function AssignDialog(props: VerbProps) {
  const form = useForm(useAppeals().assign, { id: props.appeal.id })
  const [way, setWay] = useState('person')
  const { assigneeId, unitPath } = form.values
  const turn = (next: string) => {
    setWay(next)
    form.set({ assigneeId: undefined, unitPath: undefined })
  }
  return (
    <VerbFrame {...props} verb="assign" form={form} why={assigneeId || unitPath ? undefined : '先选一个人或一个工会'}>
      <Segments label="交给谁" value={way} onChange={turn} options={ways} />
      {way === 'person' ? (
        <PeopleField id={props.appeal.id} {...form.choice('assigneeId')} />
      ) : (
        <UnitField label="交给哪个工会" hint="由那里再分到人" {...form.choice('unitPath')} />
      )}
      <TextField label="备注" hint="给承办人看" lines={2} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}
