import { useForm } from '../../../../kit/api/index.ts'
import { CheckField, FormPair, Notice, NumberField } from '../../../../kit/index.ts'
import { type Founding, useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

export const ElectDialog = (props: VerbProps) => <Elect {...props} verb="elect" />
export const ElectAgainDialog = (props: VerbProps) => <Elect {...props} verb="electAgain" />

/** How many are elected to what; the numbers of members say the ranges. */
function Elect({ verb, ...props }: VerbProps & { verb: 'elect' | 'electAgain' }) {
  const { founding } = props
  const { seats, heads, body } = founding
  const form = useForm(useFoundings()[verb], {
    id: founding.id,
    isCongress: false,
    ...(body === 'organiser'
      ? {}
      : { committee: seats.committee.fewest, vice: 0, audit: seats.audit, women: seats.women }),
  })
  return (
    <VerbFrame {...props} verb={verb} form={form}>
      <Notice>
        会员 {heads.members} 人，女会员 {heads.women}{' '}
        人。经审和女职工委员和委员会在同一次会上选。开始后在“选举”里提名、公示、投票。
      </Notice>
      {body === 'organiser' ? <p>选举组织员 1 名，主持工会工作。</p> : <SeatFields form={form} founding={founding} />}
      {heads.members >= congressFrom(founding) && (
        <>
          <CheckField
            checked={form.values.isCongress === true}
            onChange={(isCongress) => form.set({ isCongress, expected: undefined })}
          >
            开会员代表大会
          </CheckField>
          {form.values.isCongress && <NumberField label="代表人数" unit="人" required {...form.amount('expected')} />}
        </>
      )}
    </VerbFrame>
  )
}

const congressFrom = ({ needs }: Founding): number =>
  needs.find(({ name }) => name === 'congress')?.from ?? Number.POSITIVE_INFINITY

type ElectForm = ReturnType<typeof useForm<Parameters<ReturnType<typeof useFoundings>['elect']>[0], unknown>>

function SeatFields({ form, founding }: { form: ElectForm; founding: Founding }) {
  const { committee } = founding.seats
  return (
    <>
      <FormPair>
        <NumberField
          label="委员"
          hint={`${committee.fewest} 至 ${committee.most} 名，差额选举`}
          unit="名"
          required
          {...form.amount('committee')}
        />
        <NumberField label="副主席" hint="主席 1 名不用填" unit="名" {...form.amount('vice')} />
      </FormPair>
      <FormPair>
        <NumberField label="经审委员" hint="小的工会 1 名" unit="名" required {...form.amount('audit')} />
        <NumberField
          label="女职工委员"
          hint={founding.heads.women > 0 ? `至少 ${founding.seats.women} 名` : '没有女会员，不用选'}
          unit="名"
          {...form.amount('women')}
        />
      </FormPair>
    </>
  )
}
