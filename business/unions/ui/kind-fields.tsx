import { useState } from 'react'
import { useDesk, useToday } from '../../../kit/api/index.ts'
import {
  ChoiceField,
  DayField,
  FormPair,
  Notice,
  optionsOf,
  PersonPicker,
  type Pick,
  SearchPicker,
  TextField,
} from '../../../kit/index.ts'
import { type ChangeKind, grounds } from '../rules/words.ts'
import { type RequestForm, useUnionSearch } from './new-page.tsx'
import { type Union, usePeople } from './place.ts'

interface KindFieldsProps {
  kind: ChangeKind
  form: RequestForm
  union: Union | undefined
}

/** What each kind asks besides the reason. */
export function KindFields({ kind, ...props }: KindFieldsProps) {
  switch (kind) {
    case 'particulars':
      return <Particulars {...props} />
    case 'postpone':
      return <Postpone {...props} />
    case 'loss':
      return <Loss {...props} />
    case 'certificate':
      return <Notice>批准后由办理的工会录入新证书；有效期随本届任期。</Notice>
    case 'dissolve':
    case 'merge':
      return <Ending {...props} isMerging={kind === 'merge'} />
  }
}

type FieldsProps = Omit<KindFieldsProps, 'kind'>

function Particulars({ form, union }: FieldsProps) {
  const today = useToday()
  const { unit } = useDesk()
  const search = usePeople(union?.path ?? unit.path)
  const [person, setPerson] = useState<Pick>()
  const choose = (pick: Pick | undefined) => {
    setPerson(pick)
    form.set({ legalPersonId: pick?.id })
  }
  return (
    <>
      <TextField label="新名称" hint="没变就空着，下同" max={100} {...form.text('newName')} />
      <TextField label="新地址" max={200} {...form.text('newAddress')} />
      <PersonPicker
        label="新法定代表人"
        value={person}
        onChange={choose}
        search={search}
        error={form.errorAt('legalPersonId')}
      />
      <DayField label="哪天变的" max={today} {...form.text('changedOn')} required />
    </>
  )
}

function Postpone({ form, union }: FieldsProps) {
  return (
    <DayField
      label="延到哪天"
      hint={union?.postponeUntil ? `现在 ${union.termUntil} 届满，最晚可延到 ${union.postponeUntil}` : '最多延半年'}
      max={union?.postponeUntil ?? undefined}
      {...form.text('postponeTo')}
      required
    />
  )
}

function Loss({ form }: FieldsProps) {
  const today = useToday()
  return (
    <DayField label="公告日期" hint="在报纸或公告栏声明作废的日期" max={today} {...form.text('noticedOn')} required />
  )
}

function Ending({ form, union, isMerging }: FieldsProps & { isMerging: boolean }) {
  const today = useToday()
  const search = useUnionSearch()
  const [into, setInto] = useState<Pick>()
  const choose = (pick: Pick | undefined) => {
    setInto(pick)
    form.set({ intoId: pick?.id })
  }
  return (
    <>
      <Notice tone="watch" title="工会法第十三条：任何组织和个人不得随意撤销、合并工会组织">
        {isMerging
          ? '办结后，会员和单位一起归并入的工会，本届任期、干部职务和证书终止。'
          : `办结后，${union ? `${union.members.all + union.retained} 名` : ''}会员转到上一级工会等待接收，本届任期、干部职务和证书终止。`}
      </Notice>
      <ChoiceField label="依据" {...form.choice('ground')} options={optionsOf(grounds)} required />
      <FormPair>
        <DayField label={isMerging ? '合并日期' : '终止日期'} max={today} {...form.text('changedOn')} required />
        {isMerging && (
          <SearchPicker
            label="并入哪个工会"
            value={into}
            onChange={choose}
            search={search}
            error={form.errorAt('intoId')}
            required
          />
        )}
      </FormPair>
    </>
  )
}
