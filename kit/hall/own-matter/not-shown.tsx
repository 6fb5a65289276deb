import { ApiError, sentenceOf } from '../../api/api-error.ts'
import { StateBlock } from '../../state-block/state-block.tsx'
import { HallFrame } from '../hall-frame/hall-frame.tsx'

interface NotShownProps {
  title: string
  back: { href: string; title: string }
  /** Null or undefined while it is still being read. */
  error: unknown
  onRetry: () => void
  /** Why somebody else's may have been asked for. */
  mistaken?: string
}

/** In place of an own matter that is still being read, could not be read, or is not this person's. */
export function NotShown({ title, back, error, onRetry, mistaken = '可能是登录的人不对。' }: NotShownProps) {
  const isGone = error instanceof ApiError && [403, 404].includes(error.status)
  return (
    <HallFrame title={title} back={back}>
      {!error ? (
        <StateBlock kind="loading" />
      ) : isGone ? (
        <StateBlock kind="empty" title="没有找到这件事">
          {mistaken}请回到{back.title}再进来。
        </StateBlock>
      ) : (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: onRetry }}>
          {sentenceOf(error)}
        </StateBlock>
      )}
    </HallFrame>
  )
}
