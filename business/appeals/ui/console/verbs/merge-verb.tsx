import { useState } from 'react'
import { useForm } from '../../../../../kit/api/index.ts'
import { type Pick, SearchPicker, TextField } from '../../../../../kit/index.ts'
import { workflow } from '../../../workflow.ts'
import { type Appeal, useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

const MOST = 5

/** Into another open appeal: the likely ones are offered, others are found by number or employer. */
export function MergeDialog(props: VerbProps) {
  const { appeal } = props
  const api = useAppeals()
  const form = useForm(api.merge, { id: appeal.id })
  const [into, setInto] = useState<Pick>()
  const choose = (pick: Pick | undefined) => {
    setInto(pick)
    form.set({ intoId: pick?.id })
  }
  const search = async (text: string) => {
    const { rows } = await api.list({ scope: 'open', text, limit: 10 })
    return rows.filter(({ id }) => id !== appeal.id).map(pickOf)
  }
  return (
    <VerbFrame {...props} verb="merge" form={form}>
      <Likely similar={appeal.similar} onChoose={choose} />
      <SearchPicker
        label="并入哪一件"
        hint="职工会知道合并到了哪个编号"
        placeholder="写编号或单位名称的开头"
        value={into}
        onChange={choose}
        search={search}
        error={form.errorAt('intoId')}
        required
      />
      <TextField label="并案的原因" lines={3} max={500} {...form.text('note')} required />
    </VerbFrame>
  )
}

interface Named {
  id: string
  number: string
  title: string
  place?: string
  enterpriseName?: string
}

const pickOf = ({ id, number, title, place, enterpriseName }: Named): Pick => ({
  id,
  name: `${number} ${title}`,
  context: [place, enterpriseName].filter(Boolean).join(' · '),
})

function Likely({ similar, onChoose }: { similar: Appeal['similar']; onChoose: (pick: Pick) => void }) {
  const open = similar.filter(({ state }) => !(workflow.final as readonly string[]).includes(state))
  if (open.length === 0) return null
  return (
    <ul aria-label="可能是同一件事">
      {open.slice(0, MOST).map((one) => (
        <li key={one.id}>
          <button type="button" className="nf-link" onClick={() => onChoose(pickOf(one))}>
            {one.number} {one.title}
            {one.isRepeat && '，同一个人'}
          </button>
        </li>
      ))}
    </ul>
  )
}
