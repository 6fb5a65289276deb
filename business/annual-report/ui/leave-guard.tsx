import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { Dialog } from '../../../kit/index.ts'
import type { Saver } from './saver.ts'

/** Who goes elsewhere in the desk takes what was typed along: it is saved first, and where that cannot be, the writer is asked. */
export function LeaveGuard({ saver }: { saver: Saver }) {
  const [isAsking, setAsking] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && saver.hasUnsaved(),
  )
  const { state, proceed, reset } = blocker
  useEffect(() => {
    if (state !== 'blocked') return
    void saver.flush().then(() => (saver.hasUnsaved() ? setAsking(true) : proceed?.()))
  }, [state, proceed, saver])
  if (!isAsking) return null
  const stay = () => {
    setAsking(false)
    reset?.()
  }
  return (
    <Dialog
      open
      title="有改动还没有保存上"
      submit="放弃改动，离开"
      onClose={stay}
      onSubmit={async () => {
        setAsking(false)
        proceed?.()
      }}
    >
      <p>现在离开，上次保存以后写的就没有了。留下来可以先处理页面上提示的问题，写的都还在。</p>
    </Dialog>
  )
}
