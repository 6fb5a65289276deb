import { useState } from 'react'
import { useDesk, useForm, useToday } from '../../../kit/api/index.ts'
import {
  CheckField,
  ChoiceField,
  DayField,
  FormDialog,
  FormPair,
  Notice,
  optionsOf,
  PersonPicker,
  type Pick,
  SelectField,
  TextField,
} from '../../../kit/index.ts'
import { appointed, duties, leavings } from '../rules/words.ts'
import { CallElectionDialog } from './call-election.tsx'
import { type Union, usePeople, useUnions } from './place.ts'
import { RecordTermDialog } from './record-term.tsx'

export interface DialogProps {
  union: Union
  onClose: () => void
}

/** The dialog that the address asks for: `?do=edit`, `?do=leave <office>`. */
export function UnionDialogs({ asked, ...props }: DialogProps & { asked: string | null }) {
  const { may } = useDesk()
  if (!asked) return null
  if (asked.startsWith('leave ') && may('unions.office')) return <LeaveDialog {...props} officerId={asked.slice(6)} />
  if (asked === 'edit' && may('unions.edit')) return <EditDialog {...props} />
  if (asked === 'appoint' && may('unions.office')) return <AppointDialog {...props} />
  if (asked === 'recordTerm' && may('unions.recordTerm')) return <RecordTermDialog {...props} />
  if (asked === 'callElection' && may('unions.callElection')) return <CallElectionDialog {...props} />
  if (asked === 'takeResult' && may('unions.takeResult')) return <TakeResultDialog {...props} />
  return null
}

function EditDialog({ union, onClose }: DialogProps) {
  const form = useForm(useUnions().edit, { id: union.id })
  const today = useToday()
  const shown = (value: string | null) => (value ? `现在是“${value}”，不改就空着` : undefined)
  return (
    <FormDialog title="补填工会资料" submit="保存" said="已保存" form={form} onClose={onClose}>
      <FormPair>
        <TextField label="批准文号" hint={shown(union.approvalNumber)} max={60} {...form.text('approvalNumber')} />
        <DayField label="批准日期" hint={shown(union.approvedOn)} max={today} {...form.text('approvedOn')} />
      </FormPair>
      <TextField label="地址" hint={shown(union.address)} max={200} {...form.text('address')} />
      <FormPair>
        <TextField label="开户行" hint={shown(union.accountBank)} max={60} {...form.text('accountBank')} />
        <TextField
          label="工会账号"
          hint={union.account ? `现在是 ${union.account}` : '加密保存'}
          max={40}
          {...form.text('accountNumber')}
        />
      </FormPair>
      <TextField label="经费税务编码" hint={shown(union.duesCode)} max={40} {...form.text('duesCode')} />
    </FormDialog>
  )
}

function AppointDialog({ union, onClose }: DialogProps) {
  const today = useToday()
  const form = useForm(useUnions().appoint, { id: union.id, on: today, duty: 'treasurer' })
  const [person, setPerson] = useState<Pick>()
  const choose = (pick: Pick | undefined) => {
    setPerson(pick)
    form.set({ personId: pick?.id })
  }
  return (
    <FormDialog title="任命财务或组织员" submit="任命" said="已任命" form={form} onClose={onClose}>
      <ChoiceField
        label="职务"
        hint="主席、委员、经审和女职工干部由选举产生，不在这里任命"
        {...form.choice('duty')}
        options={optionsOf(appointed)}
        required
      />
      <PersonPicker
        label="谁"
        hint="要先是会员"
        value={person}
        onChange={choose}
        search={usePeople(union.path)}
        error={form.errorAt('personId')}
        required
      />
      <DayField label="任职日期" max={today} {...form.text('on')} required />
      <CheckField checked={form.values.isFullTime ?? false} onChange={(isFullTime) => form.set({ isFullTime })}>
        专职
      </CheckField>
    </FormDialog>
  )
}

/** A recall is no leaving: it comes from its vote. */
const { recalled: _, ...ways } = leavings

function LeaveDialog({ union, onClose, officerId }: DialogProps & { officerId: string }) {
  const today = useToday()
  const officer = union.officers.find(({ id }) => id === officerId)
  const form = useForm(useUnions().leave, { officerId, on: today })
  if (!officer) return null
  return (
    <FormDialog
      title={`离任：${duties[officer.duty]} ${officer.name}`}
      submit="登记离任"
      said="已登记离任"
      form={form}
      onClose={onClose}
    >
      {officer.duty === 'chair' && <Notice tone="watch">主席离任后，工会要在期限内补选，规范化也会暂时失去。</Notice>}
      <SelectField
        label="原因"
        hint="罢免由会员大会表决，在选举里办"
        {...form.choice('why')}
        options={optionsOf(ways)}
        required
      />
      <DayField label="离任日期" min={officer.fromOn} max={today} {...form.text('on')} required />
    </FormDialog>
  )
}

function TakeResultDialog({ union, onClose }: DialogProps) {
  const form = useForm(useUnions().takeResult, { id: union.id })
  const { election } = union
  return (
    <FormDialog title="按选举结果就任" submit="就任" said="已就任" form={form} onClose={onClose}>
      <p>
        选举 {election?.number} 的结果已经批复{election?.fromOn && `，当选人 ${election.fromOn} 起任职`}。
        换届的，原来各职务同一天期满；补选的，只补空缺的职务。
      </p>
    </FormDialog>
  )
}
