import './notice.css'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'good' | 'watch' | 'bad'

interface NoticeProps {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
  action?: { title: string; onDo: () => void }
  onClose?: () => void
}

const spoken: Record<NoticeTone, string> = { info: '说明', good: '已完成', watch: '请留意', bad: '有问题' }

/** One message in the flow of a page. Bad news is read out at once. */
export function Notice({ tone = 'info', title, children, action, onClose }: NoticeProps) {
  return (
    <div className={`nf-notice nf-notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className="nf-notice-words">
        <span className="nf-hidden">{spoken[tone]}：</span>
        {title && <p className="nf-notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && (
        <button type="button" className="nf-notice-action nf-link" onClick={action.onDo}>
          {action.title}
        </button>
      )}
      {onClose && (
        <button type="button" className="nf-notice-action nf-link" onClick={onClose}>
          知道了
        </button>
      )}
    </div>
  )
}
