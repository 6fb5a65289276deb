import { useState } from 'react'
import { useForm } from '../../../../kit/api/index.ts'
import { FieldGroup, FormPair, Notice, NumberField, TextField } from '../../../../kit/index.ts'
import { declaredItems, scoreTable } from '../../rules/score-table.ts'
import { pointWords } from '../../rules/words.ts'
import { useRatings } from '../place.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** The sheet of the check on the spot: what the union wrote, item by item; computed items are not touched. */
export function CheckDialog(props: VerbProps) {
  const form = useForm(useRatings().check, { id: props.rating.id })
  const declared = declaredItems.map((item) => ({ item, row: props.rating.items.find((one) => one.item === item) }))
  const [found, setFound] = useState(() =>
    Object.fromEntries(declared.map(({ item, row }) => [item, { points: (row?.claimedTenths ?? 0) / 10, reason: '' }])),
  )
  const more = {
    findings: declaredItems.map((item) => ({
      item,
      pointsTenths: Math.round((found[item]?.points ?? 0) * 10),
      reason: found[item]?.reason ?? '',
    })),
  }
  return (
    <VerbFrame {...props} verb="check" form={form} more={more} wide>
      <Notice>只核工会自己填报的。按记录计的分不能改；和自评不一样的，写明原因。</Notice>
      {declared.map(({ item, row }) => {
        const one = found[item] ?? { points: 0, reason: '' }
        const set = (part: object) => setFound({ ...found, [item]: { ...one, ...part } })
        return (
          <FieldGroup key={item} label={`${scoreTable[item].title}（最多 ${pointWords(row?.maxTenths ?? 0)} 分）`}>
            <p className="nf-soft">{row?.statement || '没有填报'}</p>
            <FormPair>
              <NumberField
                label={`核定（自评 ${pointWords(row?.claimedTenths ?? 0)}）`}
                unit="分"
                value={one.points}
                onChange={(points) => set({ points })}
              />
              <TextField label="原因" max={500} value={one.reason} onChange={(reason) => set({ reason })} />
            </FormPair>
          </FieldGroup>
        )
      })}
      <TextField label="看了什么" lines={2} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}
