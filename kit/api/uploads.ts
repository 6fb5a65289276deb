import { useRef, useState } from 'react'
import type { AttachedFile } from '../attachments/attachments.tsx'
import { useDesk } from './api.tsx'
import { sentenceOf } from './api-error.ts'
import { newIntent } from './intent.ts'

interface Sent extends AttachedFile {
  file: File
  /** The document's id, once it has arrived. */
  document?: string
}

const begun = (file: File): Sent => ({
  id: newIntent(),
  name: file.name,
  size: file.size,
  state: 'sending',
  progress: 0,
  file,
})

/** Files on their way up, each by itself: how far, what failed, again. `ids` are those that have arrived. */
export function useUploads() {
  const { upload, fileHref } = useDesk()
  const [sent, setSent] = useState<readonly Sent[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const change = (id: string, part: Partial<Sent>) =>
    setSent((old) => old.map((one) => (one.id === id ? { ...one, ...part } : one)))

  const start = async (id: string, file: File) => {
    const stop = new AbortController()
    stops.current.set(id, stop)
    try {
      const onProgress = (progress: number) => change(id, { progress })
      const { id: document } = await upload(file, { onProgress, signal: stop.signal })
      change(id, { state: 'done', document, href: fileHref(document) })
    } catch (error) {
      if (!stop.signal.aborted) change(id, { state: 'failed', error: sentenceOf(error) })
    }
  }
  const onAdd = (files: File[]) => {
    const fresh = files.map(begun)
    setSent((old) => [...old, ...fresh])
    for (const { id, file } of fresh) void start(id, file)
  }
  const onRetry = (id: string) => {
    const again = sent.find((one) => one.id === id)
    if (!again) return
    change(id, { state: 'sending', progress: 0, error: undefined })
    void start(id, again.file)
  }
  const onRemove = (id: string) => {
    stops.current.get(id)?.abort()
    setSent((old) => old.filter((one) => one.id !== id))
  }
  const files: readonly AttachedFile[] = sent
  const ids = sent.flatMap((one) => (one.document ? [one.document] : []))
  const isSending = sent.some((one) => one.state === 'sending')
  /** Why nothing can be sent off yet. */
  const why = isSending ? '材料还在上传，请等一下' : undefined
  return { files, ids, isSending, why, onAdd, onRetry, onRemove }
}
