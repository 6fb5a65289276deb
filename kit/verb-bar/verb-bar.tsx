import './verb-bar.css'
import { Button as AntButton, Dropdown } from 'antd'
import { Button } from '../button/button.tsx'
import { arrangeVerbs, type Verb } from './arrange-verbs.ts'

interface VerbBarProps {
  verbs: readonly Verb[]
  onVerb: (verb: string) => void
  /** The verb being done; the others wait. */
  busy?: string
  /** How many stand beside the primary one; the rest go under 更多. */
  max?: number
}

/** What can be done with a record: one red verb at the right, the others beside it, each able to say why not. */
export function VerbBar({ verbs, onVerb, busy, max = 3 }: VerbBarProps) {
  const { primary, shown, more } = arrangeVerbs(verbs, max)
  const whyNot = (verb: Verb) => (verb.enabled ? undefined : (verb.why ?? '现在还不能办'))
  const press = (verb: string) => {
    if (!busy) onVerb(verb)
  }
  const button = (verb: Verb, kind: 'primary' | 'plain') => (
    <Button key={verb.verb} kind={kind} why={whyNot(verb)} busy={busy === verb.verb} onClick={() => press(verb.verb)}>
      {verb.title}
    </Button>
  )
  const items = more.map((verb) => ({
    key: verb.verb,
    disabled: whyNot(verb) !== undefined,
    label: (
      <span className="nf-verb-more">
        {verb.title}
        {whyNot(verb) && <small>{whyNot(verb)}</small>}
      </span>
    ),
  }))
  return (
    <div className="nf-verbs">
      {more.length > 0 && (
        <Dropdown menu={{ items, onClick: ({ key }) => press(key) }} trigger={['click']}>
          <AntButton aria-haspopup="menu">更多</AntButton>
        </Dropdown>
      )}
      {shown.map((verb) => button(verb, 'plain'))}
      {primary && button(primary, 'primary')}
    </div>
  )
}
