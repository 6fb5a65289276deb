import { type ReactNode, useState } from 'react'
import { type FormState, useForm, usePages, useToday } from '../../../../kit/api/index.ts'
import { DayField, SearchBox, Segments, SelectField, StateBlock, TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

const ways = [
  { value: 'register', title: '从登记册勾选' },
  { value: 'typed', title: '登记一名' },
]

/** Applications that were handed in: from the register by the dozen, or one by name and number. */
export function RecruitDialog(props: VerbProps) {
  const [way, setWay] = useState('register')
  const register = useRegister(props)
  const typed = useTyped(props)
  const { form, why, fields }: Way = way === 'register' ? register : typed
  return (
    <VerbFrame {...props} verb="recruit" form={form} why={why} wide>
      <Segments label="怎么登记" value={way} onChange={setWay} options={ways} />
      {fields}
    </VerbFrame>
  )
}

/** What either way fills the dialog with. */
interface Way {
  form: Pick<FormState<object, unknown>, 'problem' | 'isOutdated' | 'submit'>
  why: string | undefined
  fields: ReactNode
}

function useRegister({ founding }: VerbProps) {
  const today = useToday()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const form = useForm(useFoundings().recruit, { id: founding.id, handedOn: today })
  const submit = () => form.submit({ personIds: [...chosen] })
  const why = chosen.length === 0 ? '先勾选交了申请书的职工' : undefined
  const flip = (id: string) => setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]))
  const fields = (
    <>
      <Workers founding={founding} chosen={chosen} onFlip={flip} />
      <p className="nf-soft nf-small">已勾 {chosen.length} 人。入会自愿，只勾本人交了入会申请书的。</p>
      <DayField label="交申请书的日期" required max={today} {...form.text('handedOn')} />
    </>
  )
  return { form: { ...form, submit }, why, fields }
}

interface WorkersProps {
  founding: VerbProps['founding']
  chosen: readonly string[]
  onFlip: (id: string) => void
}

function Workers({ founding, chosen, onFlip }: WorkersProps) {
  const [text, setText] = useState('')
  const list = usePages(useFoundings().workers, { id: founding.id, text: text || undefined, limit: 100 })
  return (
    <>
      <SearchBox label="姓名" value={text} onChange={setText} />
      {list.rows.length === 0 && (
        <StateBlock
          kind={list.state === 'ready' ? 'empty' : list.state}
          title={list.state === 'ready' ? '登记册里没有别的职工' : undefined}
        >
          {list.state === 'ready' && '点“登记一名”，按姓名和证件号码登记。'}
        </StateBlock>
      )}
      {list.rows.length > 0 && (
        <div className="founding-people">
          {list.rows.map((one) => (
            <label key={one.id}>
              <input
                type="checkbox"
                checked={chosen.includes(one.id)}
                disabled={one.bar !== null}
                onChange={() => onFlip(one.id)}
              />
              <span>
                {one.name}{' '}
                <span className="nf-soft">
                  {[one.occupation, founding.firms.length > 1 && one.firmName, one.bar].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          ))}
          {list.hasMore && (
            <button type="button" className="nf-link" onClick={list.onMore}>
              再看一页
            </button>
          )}
        </div>
      )}
    </>
  )
}

function useTyped({ founding }: VerbProps) {
  const today = useToday()
  const form = useForm(useFoundings().enrol, {
    id: founding.id,
    handedOn: today,
    enterpriseId: founding.firms.length === 1 ? founding.firms[0]?.id : undefined,
  })
  const fields = (
    <>
      <TextField label="姓名" max={50} required {...form.text('name')} />
      <TextField label="证件号码" hint="登记后只显示头尾几位" max={60} required {...form.text('idNumber')} />
      <TextField label="手机号" kind="tel" max={40} {...form.text('phone')} />
      {founding.firms.length > 1 && (
        <SelectField
          label="在哪家单位上班"
          required
          options={founding.firms.map(({ id, name }) => ({ value: id, title: name }))}
          {...form.choice('enterpriseId')}
        />
      )}
      <DayField label="交申请书的日期" required max={today} {...form.text('handedOn')} />
    </>
  )
  return { form, why: undefined, fields }
}
