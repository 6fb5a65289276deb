import { useState } from 'react'
import { useForm } from '../../../../../kit/api/index.ts'
import { type Pick, SearchPicker, TextField } from '../../../../../kit/index.ts'
import { workflow } from '../../../workflow.ts'
import { useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

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
  const likely = appeal.similar
    .filter(({ state }) => !(workflow.final as readonly string[]).includes(state))
    .slice(0, 5)
  const search = async (text: string) => {
    const { rows } = await api.list({ scope: 'open', text, limit: 10 })
    return rows
      .filter(({ id }) => id !== appeal.id)
      .map((row) => ({
        id: row.id,
        name: `${row.number} ${row.title}`,
        context: [row.place, row.enterpriseName].filter(Boolean).join(' · '),
      }))
  }
  return (
    <VerbFrame {...props} verb="merge" form={form}>
      {likely.length > 0 && (
        <ul aria-label="可能是同一件事">
          {likely.map(({ id, number, title, isRepeat }) => (
            <li key={id}>
              <button type="button" className="nf-link" onClick={() => choose({ id, name: `${number} ${title}` })}>
                {number} {title}
                {isRepeat && '，同一个人'}
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchPicker
        label="并入哪一件"
        hint="职工会知道合并到了哪个编号"
        placeholder="写编号或单位名称的开头"
        value={into}
        onChange={choose}
        search={search}
        error={form.errors.intoId}
        required
      />
      <TextField
        label="并案的原因"
        lines={3}
        max={500}
        value={form.values.note ?? ''}
        onChange={(note) => form.set({ note })}
        error={form.errors.note}
        required
      />
    </VerbFrame>
  )
}
