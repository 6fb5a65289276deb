import { useForm } from '../../../../kit/api/index.ts'
import { TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

type Noted = 'note' | 'approvePrep' | 'refusePrep' | 'report' | 'sendBack' | 'returnLegal' | 'pause' | 'resume'

/** A verb that needs nothing but words. */
export const noteDialog = (verb: Noted, label: string, required = false) =>
  function NoteDialog(props: VerbProps) {
    const form = useForm(useFoundings()[verb], { id: props.founding.id })
    return (
      <VerbFrame {...props} verb={verb} form={form}>
        <TextField
          label={label}
          hint="不写职工姓名和电话"
          lines={3}
          max={500}
          required={required}
          {...form.text('note')}
        />
      </VerbFrame>
    )
  }
