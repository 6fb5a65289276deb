import { useRef, useState } from 'react'
import { type Desk, newIntent, sentenceOf } from '../../../kit/api/index.ts'
import type { AttachedFile } from '../../../kit/hall/index.ts'
import { askOf } from './hall-api.ts'

interface Held extends AttachedFile {
  file: File
  /** The document's id, once it has arrived. */
  document?: string
}

export interface HeldFiles {
  files: readonly AttachedFile[]
  state: 'waiting' | 'sending' | 'done' | 'failed'
  problem: string | undefined
  add: (files: File[]) => void
  remove: (id: string) => void
  /** Sends what is held and adds it to the appeal; again sends only what has not arrived. */
  handIn: (desk: Desk, appealId: string) => Promise<void>
}

/**
 * Files that stay on the phone until the appeal itself has arrived: only then is it known whether they come from a person or from a receipt, and a weak
 * network gets the words through first.
 */
export function useHeldFiles(): HeldFiles {
  const [files, setFiles] = useState<readonly Held[]>([])
  const [state, setState] = useState<HeldFiles['state']>('waiting')
  const [problem, setProblem] = useState<string>()
  const held = useRef(files)
  const key = useRef(newIntent())
  const put = (next: readonly Held[]) => {
    held.current = next
    setFiles(next)
  }
  const change = (id: string, part: Partial<Held>) =>
    put(held.current.map((one) => (one.id === id ? { ...one, ...part } : one)))

  const handIn = async (desk: Desk, appealId: string) => {
    if (held.current.length === 0) return
    setState('sending')
    setProblem(undefined)
    try {
      const ids: string[] = []
      for (const one of held.current) ids.push(await upload(desk, one, (part) => change(one.id, part)))
      await askOf(desk.send)(
        'appeals',
        'supplement',
        { id: appealId, message: '随诉求一起交的材料', files: ids },
        key.current,
      )
      setState('done')
    } catch (error) {
      setProblem(sentenceOf(error))
      setState('failed')
    }
  }
  const add = (fresh: File[]) =>
    put([
      ...held.current,
      ...fresh.map((file): Held => ({ id: newIntent(), name: file.name, size: file.size, state: 'done', file })),
    ])
  const remove = (id: string) => put(held.current.filter((one) => one.id !== id))
  return { files, state, problem, add, remove, handIn }
}

/** Sends one file unless it has arrived before. @returns the document's id */
async function upload(desk: Desk, one: Held, tell: (part: Partial<Held>) => void): Promise<string> {
  if (one.document) return one.document
  tell({ state: 'sending', progress: 0, error: undefined })
  try {
    const { id } = await desk.upload(one.file, { onProgress: (progress) => tell({ progress }) })
    tell({ state: 'done', document: id })
    return id
  } catch (error) {
    tell({ state: 'failed', error: sentenceOf(error) })
    throw error
  }
}
