import { useForm } from '../../../../kit/api/index.ts'
import {
  CheckField,
  ChoiceField,
  Notice,
  optionsOf,
  TextField,
  VerbForm,
  type VerbFormProps,
} from '../../../../kit/index.ts'
import { declineReasons } from '../../rules/words.ts'
import { type Matter, useMembership } from './place.ts'
import { UnionField } from './union-field.tsx'

interface VerbProps {
  matter: Matter
  onClose: () => void
}

/** What a verb needs to know, and what comes of it in plain words. */
export function VerbDialog({ verb, ...props }: VerbProps & { verb: string }) {
  if (verb === 'approve') return <ApproveDialog {...props} />
  if (verb === 'pool') return <PoolDialog {...props} />
  if (verb === 'decline') return <DeclineDialog {...props} />
  if (verb === 'redirect') return <RedirectDialog {...props} />
  if (verb === 'place') return <PlaceDialog {...props} />
  if (verb === 'askSupplement') return <AskDialog {...props} />
  if (verb === 'resubmit') return <SupplementDialog {...props} />
  return verb === 'conclude' ? <ConcludeDialog {...props} /> : null
}

const Frame = <I, O>({ consequence, children, ...dialog }: VerbFormProps<I, O> & { consequence: string }) => (
  <VerbForm {...dialog}>
    <Notice>{consequence}</Notice>
    {children}
  </VerbForm>
)

function ApproveDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().approve, { id: matter.id, confirmsWork: false })
  const isPool = matter.way === 'pool'
  const consequence =
    matter.twin === 'member_elsewhere'
      ? '他是别的工会的会员：系统会替他提出转会，原工会答复后再转进来。'
      : '今天起就是会员，本人会收到通知，会员证马上能用。'
  return (
    <Frame title="同意入会" consequence={consequence} matter={matter} form={form} onClose={onClose}>
      <UnionField
        label={isPool ? '由哪个工会接收' : '换一个工会接收（一般不用选）'}
        hint={isPool ? '暂时没有合适的，请关掉这里，用“收进会员池”' : `不选，就是${matter.unionName}`}
        onChange={(union) => form.set({ unionId: union?.id })}
        error={form.errorAt('unionId')}
        required={isPool}
      />
      <CheckField checked={form.values.confirmsWork ?? false} onChange={(confirmsWork) => form.set({ confirmsWork })}>
        已确认他在这里上班（实名认证记为“劳动关系已确认”）
      </CheckField>
      <TextField label="备注" hint="只有工会看得到" lines={2} max={500} {...form.text('note')} />
    </Frame>
  )
}

function PoolDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().pool, { id: matter.id })
  return (
    <Frame
      title="收进会员池"
      consequence="今天起就是会员，线上的服务可以用；会员池里有等了多久，找到合适的工会再安置。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <TextField label="备注" hint="只有工会看得到" lines={2} max={500} {...form.text('note')} />
    </Frame>
  )
}

function DeclineDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().decline, { id: matter.id })
  return (
    <Frame
      title="不同意"
      consequence="本人会看到原因和说明，改好了可以再申请。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <ChoiceField label="原因" {...form.choice('reason')} options={optionsOf(declineReasons)} required />
      <TextField label="说明" hint="本人会看到：差什么，该找谁" lines={3} max={500} {...form.text('note')} required />
    </Frame>
  )
}

function RedirectDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().redirect, { id: matter.id })
  return (
    <Frame
      title="转给别的工会"
      consequence="由它审核，时限照旧。只能转给本级和下级的工会；别的街道的，请区总工会转。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <UnionField
        label="哪个工会"
        onChange={(union) => form.set({ unitPath: union?.path })}
        error={form.errorAt('unitPath')}
        required
      />
      <TextField label="为什么" hint="工会看得到" lines={2} max={500} {...form.text('note')} required />
    </Frame>
  )
}

function PlaceDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().place, { personId: matter.personId ?? undefined })
  return (
    <Frame
      title="安置到工会"
      consequence="今天起由这个工会接收，本人会收到通知。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <UnionField
        label="由哪个工会接收"
        hint="他干活的站点、公司、行业或社区的工会"
        onChange={(union) => form.set({ unionId: union?.id })}
        error={form.errorAt('unionId')}
        required
      />
      <TextField label="备注" lines={2} max={500} {...form.text('note')} />
    </Frame>
  )
}

function AskDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().askSupplement, { id: matter.id })
  return (
    <Frame title="请补正" consequence="时限先停下，等本人补正再接着算。" matter={matter} form={form} onClose={onClose}>
      <TextField label="要补正什么" hint="本人会看到，一次说清楚" lines={3} max={500} {...form.text('note')} required />
    </Frame>
  )
}

function SupplementDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().supplement, { id: matter.id })
  return (
    <Frame
      title="补正"
      consequence="本人打电话或到窗口补正的，由您代记，时限接着算。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <TextField label="补正了什么" lines={3} max={500} {...form.text('note')} required />
    </Frame>
  )
}

function ConcludeDialog({ matter, onClose }: VerbProps) {
  const form = useForm(useMembership().conclude, { id: matter.id })
  return (
    <Frame
      title="核对完毕"
      consequence="本人会看到您的答复，用人单位看不到。满 16 周岁以后可以再申请。"
      matter={matter}
      form={form}
      onClose={onClose}
    >
      <TextField label="怎么保护他的，结果怎样" hint="本人会看到" lines={4} max={500} {...form.text('note')} required />
    </Frame>
  )
}
