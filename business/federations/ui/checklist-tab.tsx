import { useState } from 'react'
import { NotYet, useDesk, useForm, useRead } from '../../../kit/api/index.ts'
import { Button, Card, ChoiceField, FormDialog, Notice, Tag, TextField } from '../../../kit/index.ts'
import { type Item, useFederations, useYear } from './place.ts'
import { ItemTag } from './tags.tsx'

interface Asked {
  item: Item
  isCheck: boolean
}

/** The standard of the year, item by item: what records answer, and what the federation says and the street checks. */
export function ChecklistTab({ id }: { id: string }) {
  const year = useYear()
  const { data, state, retry } = useRead(useFederations().checklist, { id, year })
  const [asked, setAsked] = useState<Asked>()
  if (!data) return <NotYet state={state} retry={retry} />
  const close = () => setAsked(undefined)
  return (
    <Card
      title={`${year} 年规范化：达到 ${data.met} 项，没有达到 ${data.notMet} 项，还没有核实 ${data.open} 项`}
      sub={data.source}
    >
      <Notice>标“按记录”的由登记册得出，不用填报；其余的由工联会说明、街道核查。只看达到没有，不打分、不排名。</Notice>
      <div>
        {data.items.map((item) => (
          <ItemRow key={item.code} item={item} onAsk={(isCheck) => setAsked({ item, isCheck })} />
        ))}
      </div>
      {asked && !asked.isCheck && <ConfirmDialog id={id} year={year} item={asked.item} onClose={close} />}
      {asked?.isCheck && <CheckDialog id={id} year={year} item={asked.item} onClose={close} />}
    </Card>
  )
}

function ItemRow({ item, onAsk }: { item: Item; onAsk: (isCheck: boolean) => void }) {
  const { may } = useDesk()
  return (
    <div className="federation-item">
      <p>
        <strong>{item.title}</strong> {item.isByRecord && <Tag tone="quiet">按记录</Tag>}
      </p>
      <p className="nf-soft">{item.record || '工联会还没有说明'}</p>
      {item.note && <p className="nf-soft">街道：{item.note}</p>}
      <div className="federation-item-verbs">
        <ItemTag state={item.state} />
        {!item.isByRecord && may('federations.keep') && <Button onClick={() => onAsk(false)}>说明</Button>}
        {item.state === 'confirmed' && item.mayCheck && <Button onClick={() => onAsk(true)}>核查</Button>}
      </div>
    </div>
  )
}

interface ItemProps {
  id: string
  year: number
  item: Item
  onClose: () => void
}

function ConfirmDialog({ id, year, item, onClose }: ItemProps) {
  const form = useForm(useFederations().confirmItem, { id, year, item: item.code, evidence: item.record })
  return (
    <FormDialog title={item.title} submit="说明" said="已说明，由街道核查" form={form} onClose={onClose}>
      <TextField
        label="凭什么说达到了"
        hint="例如：制度的名称、文件的日期"
        lines={3}
        max={500}
        {...form.text('evidence')}
        required
      />
      {item.state !== 'unknown' && <Notice>改过以后要由街道重新核查。</Notice>}
    </FormDialog>
  )
}

function CheckDialog({ id, year, item, onClose }: ItemProps) {
  const form = useForm(useFederations().checkItem, { id, year, item: item.code })
  return (
    <FormDialog title={`核查：${item.title}`} submit="核查" said="已核查" form={form} onClose={onClose}>
      <p>{item.record}</p>
      <ChoiceField
        label="核查结果"
        value={form.values.isMet === undefined ? undefined : form.values.isMet ? 'yes' : 'no'}
        onChange={(value) => form.set({ isMet: value === 'yes' })}
        options={[
          { value: 'yes', title: '达到' },
          { value: 'no', title: '没有达到' },
        ]}
        error={form.errorAt('isMet')}
        required
      />
      <TextField label="说明" hint="没有达到的，写明差在哪里" lines={2} max={500} {...form.text('note')} />
    </FormDialog>
  )
}
