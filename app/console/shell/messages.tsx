import { Drawer } from 'antd'
import { contract as notices } from '../../../kernel/notify/contract.ts'
import { useAct, useApi, useNow, usePages } from '../../../kit/api/index.ts'
import { Button, Link, StateBlock, timeWords } from '../../../kit/index.ts'
import { lines } from '../lines.tsx'
import type { Message } from '../registries.ts'

/** The inbox, newest first. Opening a message marks it as read. */
export function Messages({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer open={open} onClose={onClose} title="消息" size={420} destroyOnHidden>
      <Inbox onLeave={onClose} />
    </Drawer>
  )
}

function Inbox({ onLeave }: { onLeave: () => void }) {
  const api = useApi('notices', notices)
  const mark = useAct(api.markRead)
  const list = usePages(api.list, { limit: 20 })
  const unread = list.rows.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  if (list.rows.length === 0) {
    if (list.state !== 'ready') return <StateBlock kind={list.state} action={{ title: '再试一次', onDo: list.retry }} />
    return (
      <StateBlock kind="empty" title="没有消息">
        有新的事交给您，或要到期了，会在这里告诉您。
      </StateBlock>
    )
  }
  return (
    <div className="messages">
      {unread.length > 0 && <Button onClick={() => void mark({ ids: unread })}>这些都看过了</Button>}
      <ul>
        {list.rows.map((message) => (
          <Row
            key={message.id}
            message={message}
            onOpen={() => {
              if (message.readAt === null) void mark({ ids: [message.id] })
              onLeave()
            }}
          />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" className="nf-link" onClick={list.onMore} disabled={list.isLoadingMore}>
          {list.isLoadingMore ? '正在读' : '看更早的'}
        </button>
      )}
    </div>
  )
}

function Row({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const { title, body, at, readAt, recordId, line } = message
  const now = useNow()
  const isHere = recordId !== null && lines.some(({ slug }) => slug === line)
  return (
    <li className={readAt === null ? 'message message-new' : 'message'}>
      {isHere ? (
        <Link href={`/console/${line}/${recordId}`} onClick={onOpen}>
          {title}
        </Link>
      ) : (
        <strong>{title}</strong>
      )}
      {readAt === null && <span className="nf-hidden">，未读</span>}
      <p>{body}</p>
      <time className="nf-soft nf-small" dateTime={at}>
        {timeWords(at, now)}
      </time>
    </li>
  )
}
