import './work-progress.css'

interface WorkProgressProps {
  /** 正在导入职工名册. */
  title: string
  done: number
  total?: number
  unit?: string
  /** What has been found on the way: 3 行有问题. */
  note?: string
  onStop?: () => void
}

/** Long work: how far it is. It goes on when the page is left. */
export function WorkProgress({ title, done, total, unit = '条', note, onStop }: WorkProgressProps) {
  const words = total ? `${done} / ${total} ${unit}` : `已办 ${done} ${unit}`
  return (
    <div className="nf-work" role="status">
      <div className="nf-work-line">
        <strong>{title}</strong>
        <span>{words}</span>
        {onStop && (
          <button type="button" className="nf-link" onClick={onStop}>
            停下
          </button>
        )}
      </div>
      <progress value={total ? done : undefined} max={total} aria-label={title} />
      <p className="nf-soft nf-small">
        {note && `${note}。`}
        {total && done >= total ? '已经做完。' : '可以离开这一页，做完会在待办里告诉您。'}
      </p>
    </div>
  )
}
