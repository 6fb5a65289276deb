import './state-block.css'
import type { ReactNode } from 'react'

export type StateKind = 'empty' | 'error' | 'loading' | 'forbidden' | 'missing'

interface StateBlockProps {
  kind: StateKind
  /** What happened. */
  title?: string
  /** What to do, and what was kept. */
  children?: ReactNode
  action?: { title: string; onDo: () => void }
}

const words: Record<StateKind, { title: string; body?: string }> = {
  loading: { title: '正在打开' },
  empty: { title: '这里还没有内容' },
  error: { title: '没有打开', body: '可能是网络断了。请过一会儿再试，您填的内容还在。' },
  missing: { title: '没有找到', body: '地址可能写错了，或者它已经不在了。请从列表重新进入。' },
  forbidden: { title: '您的岗位看不到这里', body: '需要查看时，请找本单位管理员开通，开通会留下记录。' },
}

const marks: Record<StateKind, string> = {
  loading: 'M5 12h.01M12 12h.01M19 12h.01',
  empty: 'M4 13l2.5-7h11L20 13v6H4v-6zm0 0h5a3 3 0 006 0h5',
  error: 'M12 4l9 16H3l9-16zm0 6v4m0 3v.01',
  missing: 'M16 10.5a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zm-1.5 4L20 20',
  forbidden: 'M6 11h12v9H6v-9zm2.5 0V8a3.5 3.5 0 017 0v3',
}

/** In place of content that is empty, loading, broken or not for this post. */
export function StateBlock({ kind, title, children, action }: StateBlockProps) {
  return (
    <div className={`nf-state nf-state-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <svg className="nf-state-mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d={marks[kind]} />
      </svg>
      <p className="nf-state-title">{title ?? words[kind].title}</p>
      {(children ?? words[kind].body) && <div className="nf-state-body">{children ?? words[kind].body}</div>}
      {action && (
        <button type="button" className="nf-state-action" onClick={action.onDo}>
          {action.title}
        </button>
      )}
    </div>
  )
}
