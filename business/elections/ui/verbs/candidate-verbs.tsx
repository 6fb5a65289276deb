import { useForm, useToday } from '../../../../kit/api/index.ts'
import { CheckField, ChoiceField, DayField, Notice, SelectField, TextField } from '../../../../kit/index.ts'
import { type Bar, reasonsAgainst } from '../../rules/eligibility.ts'
import { duties } from '../../rules/words.ts'
import { standing, useElections } from '../place.ts'
import { Declared, MemberField } from './nominate-verb.tsx'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const candidateOptions = ({ election }: VerbProps) =>
  standing(election).map(({ id, name, duty }) => ({ value: id, title: `${name}（${duties[duty]}）` }))

/** Somebody leaves the list. */
export function StrikeDialog(props: VerbProps) {
  const form = useForm(useElections().strike, { id: props.election.id })
  return (
    <VerbFrame {...props} verb="strike" form={form}>
      <SelectField label="撤下谁" {...form.choice('candidateId')} options={candidateOptions(props)} required />
      <TextField label="为什么" hint="不写姓名" lines={2} max={1000} {...form.text('note')} required />
    </VerbFrame>
  )
}

/** The list is posted up; the seven days are counted from the day after. */
export function PublishDialog(props: VerbProps) {
  const today = useToday()
  const form = useForm(useElections().publish, { id: props.election.id, fromOn: today })
  return (
    <VerbFrame {...props} verb="publish" form={form}>
      <DayField label="哪天贴出" hint="公示七天，贴出当天不算" max={today} {...form.text('fromOn')} required />
      <TextField label="贴在哪里" hint="例如：厂区公告栏、企业微信群" max={100} {...form.text('place')} required />
    </VerbFrame>
  )
}

export function ObjectDialog(props: VerbProps) {
  const form = useForm(useElections().object, { id: props.election.id })
  return (
    <VerbFrame {...props} verb="object" form={form}>
      <SelectField
        label="对谁有异议"
        placeholder="不针对某个人"
        {...form.choice('candidateId')}
        options={candidateOptions(props)}
      />
      <TextField
        label="异议"
        hint="照原话记，加密保存。不记是谁提的"
        lines={4}
        max={1000}
        {...form.text('content')}
        required
      />
    </VerbFrame>
  )
}

const found = [
  { value: 'dismissed', title: '查实不成立' },
  { value: 'upheld', title: '查实成立', hint: '这个候选人从名单上撤下' },
]

export function SettleDialog(props: VerbProps) {
  const open = props.election.objections.filter(({ outcome }) => outcome === null)
  const form = useForm(useElections().settle, { id: props.election.id, objectionId: open[0]?.id })
  return (
    <VerbFrame {...props} verb="settle" form={form} why={open.length === 0 ? '没有待答复的异议' : undefined}>
      <SelectField
        label="哪条异议"
        {...form.choice('objectionId')}
        options={open.map(({ id, content }) => ({ value: id, title: content.slice(0, 40) }))}
        required
      />
      <ChoiceField
        label="核实结果"
        {...form.choice('outcome')}
        onChange={(value) => form.set({ outcome: value === 'upheld' ? 'upheld' : 'dismissed' })}
        options={found}
        required
      />
      <TextField label="怎么核实、怎么答复的" lines={3} max={1000} {...form.text('reply')} required />
    </VerbFrame>
  )
}

/** Who was written on the papers and won is found among the members. */
export function IdentifyDialog(props: VerbProps) {
  const open = props.election.candidates.filter((one) => one.isWriteIn && !one.personId && one.outcome === 'elected')
  const form = useForm(useElections().identify, { id: props.election.id, candidateId: open[0]?.id, bars: [] })
  const chosen = open.find(({ id }) => id === form.values.candidateId)
  const declared = (form.values.bars ?? []) as Bar[]
  const against = chosen ? reasonsAgainst(chosen.duty, declared) : []
  return (
    <VerbFrame {...props} verb="identify" form={form} why={open.length === 0 ? '没有要核实的人' : undefined}>
      <SelectField
        label="选票上写的"
        {...form.choice('candidateId')}
        options={open.map(({ id, name, duty }) => ({ value: id, title: `${name}（${duties[duty]}）` }))}
        required
      />
      <MemberField {...props} onChoose={(personId) => form.set({ personId })} error={form.errorAt('personId')} />
      {chosen && <Declared duty={chosen.duty} value={declared} onChange={(next) => form.set({ bars: next })} />}
      {against.length > 0 && <Notice tone="watch">{against.join('；')}。记下后这个名额空出来，可以另行选举。</Notice>}
      <CheckField checked={form.values.isFullTime ?? false} onChange={(isFullTime) => form.set({ isFullTime })}>
        专职
      </CheckField>
    </VerbFrame>
  )
}
