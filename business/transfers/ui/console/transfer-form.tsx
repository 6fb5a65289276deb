import { useState } from 'react'
import { useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, type Pick, SearchPicker, TextField } from '../../../../kit/index.ts'
import { NewFrame } from './new-frame.tsx'
import { PersonField } from './person-field.tsx'
import { useTransfers } from './place.ts'

const ways = [
  { value: 'in', title: '转进来', hint: '他现在在别的工会' },
  { value: 'out', title: '转出去', hint: '他现在在本工会或下级工会' },
]

/** Somebody comes, with the document shown; or one of our own goes. */
export function TransferForm() {
  const form = useForm(useTransfers().request, {})
  const [way, setWay] = useState('in')
  const turn = (next: string) => {
    setWay(next)
    form.set({ personId: undefined, idNumber: undefined })
  }
  return (
    <NewFrame
      form={form}
      submit="提出转会"
      consequence={
        way === 'in'
          ? '先问原工会，到期不答复就自动转出，再由新工会接收。本人会收到通知，可以撤回。'
          : '原工会自己提出的，直接送新工会；其他情况先问原工会。接收之前他还是原工会的会员。'
      }
    >
      <ChoiceField label="方向" value={way} onChange={turn} options={ways} required />
      {way === 'in' ? (
        <TextField
          label="证件号码"
          hint="本人出示的身份证或护照；他可以在别的工会"
          max={60}
          autoComplete="off"
          {...form.text('idNumber')}
          required
        />
      ) : (
        <PersonField onChange={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      )}
      <Destination
        onChange={(toUnionId, toEnterpriseId) => form.set({ toUnionId, toEnterpriseId })}
        error={form.errorAt('toUnionId')}
      />
    </NewFrame>
  )
}

interface DestinationProps {
  onChange: (unionId: string | undefined, enterpriseId: string | undefined) => void
  error: string | undefined
}

/** The firm or union to go to; a firm without a union leads to that of its place. */
function Destination({ onChange, error }: DestinationProps) {
  const { destinations } = useTransfers()
  const [picked, setPicked] = useState<Pick>()
  const search = async (text: string) =>
    (await destinations({ text })).map((one) => ({
      ...one,
      id: `${one.unionId} ${one.enterpriseId ?? ''}`,
      name: one.title,
    }))
  const choose = (next: (Pick & { unionId: string; enterpriseId: string | null }) | undefined) => {
    setPicked(next)
    onChange(next?.unionId, next?.enterpriseId ?? undefined)
  }
  return (
    <SearchPicker
      label="新单位或新工会"
      hint="单位没有工会的，由所在社区工联会接收"
      placeholder="名称里的几个字"
      value={picked}
      onChange={choose}
      search={search}
      error={error}
      required
    />
  )
}
