import { VerbForm, type VerbFormProps } from '../../../../../kit/index.ts'
import { workflow } from '../../../workflow.ts'
import type { Appeal } from '../use-appeals.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  appeal: Appeal
  onClose: () => void
}

type VerbFrameProps<I, O> = VerbProps & { verb: keyof typeof workflow.steps } & Omit<
    VerbFormProps<I, O>,
    'matter' | 'title' | 'said'
  >

/** One verb's dialog: the fields of its contract, and what the worker will read. */
export function VerbFrame<I, O>({ verb, appeal, children, ...dialog }: VerbFrameProps<I, O>) {
  const { title, tells } = workflow.steps[verb]
  return (
    <VerbForm matter={appeal} title={title} {...dialog}>
      {children}
      {tells && <p className="nf-soft nf-small">职工会看到：{tells}。</p>}
    </VerbForm>
  )
}
