import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { newIntent } from '../../../kit/api/index.ts'
import { type Report, useReports } from './place.ts'
import { createSaver, type Saver, type Saving, type Send, type Text } from './saver.ts'

/**
 * Keeps a draft while it is written; what is not saved yet is sent when the page is left, and asked about when the window is closed. What was read before
 * is then forgotten: who comes back goes on from what he wrote.
 */
export function useSaver(report: Report): { saver: Saver; saving: Saving } {
  const { get, save } = useReports()
  const client = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: report.editedAt })
  const [saver] = useState(() => createSaver(sendBy(save, report.id), report.revision, setSaving))
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void saver.flush().then(() => client.removeQueries({ queryKey: [get.path], type: 'inactive' }))
    }
  }, [saver, client, get.path])
  return { saver, saving }
}

/** A text that is sent again, because the answer was lost, is the same intent: it may have been saved. */
function sendBy(save: ReturnType<typeof useReports>['save'], id: string): Send {
  let last: { revision: number; text: Text; key: string } | undefined
  return (revision, text) => {
    if (last?.revision !== revision || last.text !== text) last = { revision, text, key: newIntent() }
    return save({ id, revision, ...text }, { key: last.key })
  }
}
