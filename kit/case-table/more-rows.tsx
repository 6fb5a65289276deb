interface MoreRowsProps {
  count: number
  hasMore?: boolean
  isLoadingMore?: boolean
  /** The last page could not be read; what is shown stays. */
  isBroken?: boolean
  onMore?: () => void
  onRetry?: () => void
}

/** Under a list: the next page, or that this is all. */
export function MoreRows({ count, hasMore, isLoadingMore, isBroken, onMore, onRetry }: MoreRowsProps) {
  if (isBroken) {
    return (
      <p className="nf-more" role="alert">
        后面的没有读到，前面 {count} 条还在。
        <button type="button" className="nf-link" onClick={onRetry ?? onMore}>
          再试一次
        </button>
      </p>
    )
  }
  if (!hasMore || !onMore) return null
  return (
    <p className="nf-more">
      <button type="button" className="nf-link" onClick={onMore} disabled={isLoadingMore}>
        {isLoadingMore ? '正在读下一页' : '再看一页'}
      </button>
      <span className="nf-soft nf-small" role="status">
        已显示 {count} 条
      </span>
    </p>
  )
}
