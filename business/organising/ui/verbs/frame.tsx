import { VerbForm, type VerbFormProps } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Founding } from '../place.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  founding: Founding
  onClose: () => void
}

type VerbFrameProps<I, O> = VerbProps & { verb: keyof typeof workflow.steps } & Omit<
    VerbFormProps<I, O>,
    'matter' | 'title' | 'said'
  >

/** One verb's dialog: its fields, and what workers who wished will read. */
export function VerbFrame<I, O>({ verb, founding, children, ...dialog }: VerbFrameProps<I, O>) {
  const { title, tells } = workflow.steps[verb]
  return (
    <VerbForm matter={founding} title={title} {...dialog}>
      {children}
      {tells && founding.wishes > 0 && <p className="nf-soft nf-small">提出愿望的职工会看到：{tells}。</p>}
    </VerbForm>
  )
}
