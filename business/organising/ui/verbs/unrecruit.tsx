import { useForm } from '../../../../kit/api/index.ts'
import { TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

/** Takes one person off the list, with the reason. */
export function UnrecruitDialog({ personId, ...props }: VerbProps & { personId: string }) {
  const form = useForm(useFoundings().unrecruit, { id: props.founding.id, personId })
  return (
    <VerbFrame {...props} verb="unrecruit" form={form}>
      <TextField label="为什么移出" hint="不写姓名" lines={2} max={500} required {...form.text('note')} />
    </VerbFrame>
  )
}
