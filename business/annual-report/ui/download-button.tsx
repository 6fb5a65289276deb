import { useState } from 'react'
import { z } from 'zod'
import { sentenceOf, useAct, useDesk } from '../../../kit/api/index.ts'
import { Button, Dialog, Notice } from '../../../kit/index.ts'
import { useReports } from './place.ts'

type Format = 'docx' | 'pdf'
interface Made {
  documentId: string
  name: string
}

/** Makes the file on the server, by the standard for official documents, and hands it over. */
export function DownloadButton({ id, before }: { id: string; before?: () => Promise<void> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出</Button>
      {isOpen && <DownloadDialog id={id} before={before} onClose={() => setOpen(false)} />}
    </>
  )
}

const Copy = z.object({ id: z.string(), name: z.string() })

/** Writes the report as Word, and from that as PDF when it is wanted. */
function useMake(id: string): (format: Format) => Promise<Made> {
  const { send, fileHref } = useDesk()
  const write = useAct(useReports().download)
  return async (format) => {
    const word = await write({ id })
    if (format === 'docx') return word
    const copy = Copy.parse(await send(`${fileHref(word.documentId)}/pdf`, {}))
    return { documentId: copy.id, name: copy.name }
  }
}

interface DownloadDialogProps {
  id: string
  before: (() => Promise<void>) | undefined
  onClose: () => void
}

function DownloadDialog({ id, before, onClose }: DownloadDialogProps) {
  const { fileHref } = useDesk()
  const make = useMake(id)
  const [busy, setBusy] = useState<Format>()
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<string>()
  const start = async (format: Format) => {
    setBusy(format)
    setProblem(undefined)
    setMade(undefined)
    try {
      await before?.()
      setMade(await make(format))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Dialog open title="导出报告" onClose={onClose}>
      <p>按党政机关公文格式排版；每个数字都链到附件里的口径、计数和截至日期。</p>
      <div className="report-choices">
        <Button kind="primary" busy={busy === 'docx'} onClick={() => void start('docx')}>
          做成 Word
        </Button>
        <Button busy={busy === 'pdf'} onClick={() => void start('pdf')}>
          做成 PDF
        </Button>
      </div>
      {busy === 'pdf' && <p className="nf-soft">转成 PDF 要几秒钟。</p>}
      {problem && <Notice tone="bad">{problem}</Notice>}
      {made && (
        <Notice tone="good" title="做好了">
          <a href={fileHref(made.documentId)}>{made.name}</a>
        </Notice>
      )}
    </Dialog>
  )
}
