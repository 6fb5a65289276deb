import type { State } from './findings.ts'
import type { Check } from './place.ts'

const shown: readonly { state: State; title: string }[] = [
  { state: 'agrees', title: '与记录一致' },
  { state: 'differs', title: '不一致' },
  { state: 'target', title: '计划目标' },
  { state: 'unrecorded', title: '没有记录可对' },
  { state: 'defects', title: '格式问题' },
]

interface CountsProps {
  counts: Check['counts']
  show: State | undefined
  onShow: (state: State | undefined) => void
}

/** How much of each kind; pressed, only these notes stand beside the text. */
export function Counts({ counts, show, onShow }: CountsProps) {
  return (
    <fieldset className="check-counts">
      <legend className="nf-hidden">只看一类</legend>
      {shown.map(({ state, title }) => (
        <button
          key={state}
          type="button"
          className={`check-count check-count-${state}`}
          aria-pressed={show === state}
          onClick={() => onShow(show === state ? undefined : state)}
        >
          <b>{counts[state]}</b>
          <span>{title}</span>
        </button>
      ))}
    </fieldset>
  )
}
