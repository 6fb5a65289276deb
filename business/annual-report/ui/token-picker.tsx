import { useState } from 'react'
import { Dialog, SearchBox, StateBlock } from '../../../kit/index.ts'
import type { Token } from './editor/document.ts'
import type { Tokens } from './place.ts'

interface TokenPickerProps {
  tokens: Tokens | undefined
  onPick: (token: Token) => void
  onClose: () => void
}

const MOST = 40

/** Figures by title, business or pinyin initials, and the targets of the next year. */
export function TokenPicker({ tokens, onPick, onClose }: TokenPickerProps) {
  const [text, setText] = useState('')
  const found = tokens ? itemsOf(tokens).filter((item) => matches(item, text)) : []
  return (
    <Dialog open title="插入数据" onClose={onClose}>
      <div className="report-picker-page">
        <SearchBox label="名称、业务或拼音首字母" value={text} onChange={setText} />
      </div>
      {!tokens && <StateBlock kind="loading" />}
      {tokens && found.length === 0 && (
        <StateBlock kind="empty" title="没有这样的数据">
          还没有业务登记的数，报告里写不进来。
        </StateBlock>
      )}
      <ul className="report-picker" aria-label="可以插入的数据">
        {found.slice(0, MOST).map((item) => (
          <li key={`${item.token.kind}:${item.token.code}`}>
            <button type="button" onClick={() => onPick(item.token)}>
              <span>{item.title}</span>
              <span className="nf-soft nf-small">{item.about}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p className="nf-soft nf-small">还有 {found.length - MOST} 项，请再写几个字。</p>}
    </Dialog>
  )
}

interface Item {
  token: Token
  title: string
  about: string
  initials: string
}

const itemsOf = ({ figures, targets }: Tokens): Item[] => [
  ...figures.map(
    ({ code, title, lineTitle, unit, initials }): Item => ({
      token: { kind: 'figure', code, form: 'worded' },
      title,
      about: `${lineTitle}，${unit}`,
      initials,
    }),
  ),
  ...targets.map(
    ({ code, title, initials, unit }): Item => ({
      token: { kind: 'target', code, form: 'worded' },
      title,
      about: `下一年目标，${unit}`,
      initials,
    }),
  ),
]

const matches = ({ title, about, initials }: Item, text: string): boolean => {
  const said = text.trim().toLowerCase()
  return said === '' || title.includes(said) || about.includes(said) || initials.includes(said)
}
