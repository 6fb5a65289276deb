import { VerbForm, type VerbFormProps } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Election } from '../place.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  election: Election
  onClose: () => void
}

type VerbFrameProps<I, O> = VerbProps & { verb: keyof typeof workflow.steps } & Omit<
    VerbFormProps<I, O>,
    'matter' | 'title' | 'said'
  >

/** One verb's dialog, with the fields of its contract. */
export const VerbFrame = <I, O>({ verb, election, ...dialog }: VerbFrameProps<I, O>) => (
  <VerbForm matter={election} title={workflow.steps[verb].title} {...dialog} />
)
