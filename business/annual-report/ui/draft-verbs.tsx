import { useState } from 'react'
import { ApiError, useForm } from '../../../kit/api/index.ts'
import { Button, FormDialog, TextField, VerbBar } from '../../../kit/index.ts'
import { DownloadButton } from './download-button.tsx'
import { type Report, useReports } from './place.ts'
import type { Saver } from './saver.ts'

interface DraftVerbsProps {
  report: Report
  saver: Saver
  onCheck: () => void
}

/** 核对, 导出, 作废, and the one red verb: 定稿. */
export function DraftVerbs({ report, saver, onCheck }: DraftVerbsProps) {
  const [verb, setVerb] = useState<string>()
  const begin = async (name: string) => {
    await saver.flush()
    // What could not be saved would be missing from what is published; the page says why.
    if (name !== 'publish' || !saver.hasUnsaved()) setVerb(name)
  }
  const settle = async () => {
    await saver.flush()
    if (saver.hasUnsaved()) throw new ApiError(409, '有改动还没有保存上，导出会缺这些改动，请先处理页面上的提示')
  }
  const close = () => setVerb(undefined)
  return (
    <div className="report-choices">
      <Button onClick={onCheck}>核对文字</Button>
      <DownloadButton id={report.id} before={settle} />
      <VerbBar verbs={verbsNow(report, saver)} onVerb={(name) => void begin(name)} />
      {verb === 'publish' && <PublishDialog report={report} revision={saver.revision()} onClose={close} />}
      {verb === 'discard' && <DiscardDialog id={report.id} onClose={close} />}
    </div>
  )
}

/** Who has saved since the report was read is its last editor, and is told so before trying. */
const verbsNow = ({ verbs, revision }: Report, saver: Saver): Report['verbs'] =>
  saver.revision() > revision
    ? verbs.map((one) =>
        one.verb === 'publish' && one.enabled ? { ...one, enabled: false, why: '最后改稿的人是您，请由同事定稿' } : one,
      )
    : verbs

function PublishDialog({ report, revision, onClose }: { report: Report; revision: number; onClose: () => void }) {
  const form = useForm(useReports().publish, { id: report.id, revision })
  return (
    <FormDialog title={`定稿：${report.title}`} submit="定稿" said="已定稿" form={form} onClose={onClose}>
      <p>
        定稿后文字和数字都不再变，并生成校验码。以后记录有变动，会列在报告旁边；要改文字，请起草下一版。最后改稿的是
        {report.editorName}。
      </p>
      <TextField label="文号" hint="没有就不填，例如 龙工〔2024〕1号" {...form.text('documentNumber')} max={40} />
    </FormDialog>
  )
}

function DiscardDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const form = useForm(useReports().discard, { id })
  return (
    <FormDialog title="作废这份草稿" submit="作废" said="已作废" form={form} onClose={onClose}>
      <p>作废后不能再改，文字还能看到。</p>
      <TextField label="原因" lines={2} max={500} {...form.text('note')} required />
    </FormDialog>
  )
}
