import { useEffect, useState } from 'react'
import { newIntent } from '../../../kit/api/index.ts'
import { type Report, useReports } from './place.ts'
import { createSaver, type Saver, type Saving } from './saver.ts'

/** Keeps a draft while it is written; what is not saved yet is sent when the page is left, and asked about when the window is closed. */
export function useSaver(report: Report): { saver: Saver; saving: Saving } {
  const { save } = useReports()
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: report.editedAt })
  const [saver] = useState(() =>
    createSaver(
      (revision, text) => save({ id: report.id, revision, ...text }, { key: newIntent() }),
      report.revision,
      setSaving,
    ),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.hasWaiting()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void saver.flush()
    }
  }, [saver])
  return { saver, saving }
}
