import './unions.css'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type FormState, useDesk, useForm, useRead, useUploads } from '../../../kit/api/index.ts'
import {
  Attachments,
  Button,
  Card,
  ChoiceField,
  Form,
  Notice,
  Page,
  type Pick,
  SearchPicker,
  StateBlock,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import { type ChangeKind, changeKinds } from '../rules/words.ts'
import { KindFields } from './kind-fields.tsx'
import { home, hrefOf, type Union, useUnions } from './place.ts'

const hints: Readonly<Record<ChangeKind, string>> = {
  particulars: '名称、地址或法定代表人变了，30 日内办',
  postpone: '到期不能换届，最多延半年，要上级批准',
  certificate: '首次领证，或到期前 30 日换证',
  loss: '证书遗失，先公告再补',
  dissolve: '单位终止，或会员大会决定；不得随意撤销',
  merge: '并入另一个工会，会员一起过去',
}
const kinds = Object.entries(changeKinds).map(([value, title]) => ({ value, title, hint: hints[value as ChangeKind] }))

/** A change of a union, asked of the union above it. */
export function NewPage() {
  const { may } = useDesk()
  const [params] = useSearchParams()
  const id = params.get('union')
  const { data } = useRead(useUnions().union, { id: id ?? '' }, { enabled: id !== null })
  if (!may('unions.request')) return <StateBlock kind="forbidden" />
  if (id && !data) return <StateBlock kind="loading" />
  const kind = params.get('kind')
  return <Ask union={data} kind={kind !== null && kind in changeKinds ? (kind as ChangeKind) : undefined} />
}

export type RequestForm = FormState<Parameters<ReturnType<typeof useUnions>['request']>[0], unknown>

function Ask({ union, kind }: { union: Union | undefined; kind: ChangeKind | undefined }) {
  const navigate = useNavigate()
  const say = useSay()
  const uploads = useUploads()
  const form = useForm(useUnions().request, { orgId: union?.id, kind })
  const submit = async () => {
    const done = await form.submit({ files: uploads.ids })
    if (!done) return
    say(`已交上级工会，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  return (
    <Page
      breadcrumb={[{ title: '工会台账', href: home }, { title: '申请变更' }]}
      title="申请变更"
      sub="交上一级工会审核，再由更上一级批准、办理；谁申请、谁审核、谁批准是不同的人。"
      actions={
        <Button kind="primary" busy={form.busy} why={uploads.why} onClick={() => void submit()}>
          交上级工会
        </Button>
      }
    >
      {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      <Card>
        <Form>
          <UnionField union={union} onChange={(orgId) => form.set({ orgId })} error={form.errorAt('orgId')} />
          <ChoiceField label="办什么" {...form.choice('kind')} options={kinds} required />
          {form.values.kind && <KindFields kind={form.values.kind} form={form} union={union} />}
          <TextField
            label="原因和情况"
            hint="不写身份证号和电话"
            lines={4}
            max={1000}
            {...form.text('reason')}
            required
          />
          <Attachments label="材料（可不填）" hint="会议记录、公告、批文等" max={20} {...uploads} />
        </Form>
      </Card>
    </Page>
  )
}

interface UnionFieldProps {
  union: Union | undefined
  onChange: (id: string | undefined) => void
  error: string | undefined
}

function UnionField({ union, onChange, error }: UnionFieldProps) {
  const search = useUnionSearch()
  const [chosen, setChosen] = useState<Pick | undefined>(union && { id: union.id, name: union.name })
  const choose = (pick: Pick | undefined) => {
    setChosen(pick)
    onChange(pick?.id)
  }
  return (
    <SearchPicker
      label="哪个工会"
      placeholder="名称、首字母或信用代码"
      value={chosen}
      onChange={choose}
      search={search}
      error={error}
      required
    />
  )
}

/** Base unions of the own reach by name. */
export function useUnionSearch() {
  const api = useUnions()
  return async (text: string): Promise<Pick[]> =>
    (await api.unions({ text, limit: 10 })).rows.map(({ id, name, place }) => ({ id, name, context: place }))
}
