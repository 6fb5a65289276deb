import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useDesk, useForm, useUploads } from '../../../kit/api/index.ts'
import {
  Attachments,
  Button,
  Card,
  Form,
  Notice,
  NumberField,
  Page,
  Stack,
  StateBlock,
  TextField,
} from '../../../kit/index.ts'
import { mostBytes } from '../rules/words.ts'
import { OwnChecks } from './own-checks.tsx'
import { home, useReportCheck } from './place.ts'

/** Paste a report or drop its file; below it the checks one has already. */
export function NewPage() {
  const { may, unit } = useDesk()
  if (!may('report-check.use')) return <StateBlock kind="forbidden" />
  return (
    <Page
      title="数据核验"
      sub={`把一份报告或总结交进来，逐个数字和${unit.name}的记录对一遍，再看格式有没有问题。只有您自己看得到。`}
    >
      <Stack>
        <Card>
          <Ask />
        </Card>
        <OwnChecks />
      </Stack>
    </Page>
  )
}

/** What is asked, and the way to its result. */
function useAsk() {
  const navigate = useNavigate()
  const form = useForm(useReportCheck().check, { text: textIn(useLocation().state) })
  const uploads = useUploads()
  const documentId = uploads.ids[0]
  const submit = async () => {
    const done = await form.submit(documentId ? { documentId, text: undefined } : {})
    if (!done) return
    // Who comes back to name the year finds the text as it was pasted.
    await navigate(home, { replace: true, state: { text: form.values.text } })
    void navigate(`${home}/${done.id}`)
  }
  return { form, uploads, hasFile: documentId !== undefined, submit }
}

function Ask() {
  const { form, uploads, hasFile, submit } = useAsk()
  const place = useRef<HTMLDivElement>(null)
  const isOver = useDrop(place, (files) => uploads.files.length === 0 && uploads.onAdd(files.slice(0, 1)))
  const hasText = (form.values.text ?? '').trim() !== ''
  return (
    <div ref={place} className={isOver ? 'check-ask check-ask-over' : 'check-ask'}>
      <Form>
        {uploads.files.length === 0 && (
          <TextField
            label="粘贴报告的文字"
            hint="从 Word、PDF、网页里复制都行，断行也没关系"
            lines={8}
            required
            {...form.text('text')}
          />
        )}
        {!hasText && <Uploaded uploads={uploads} />}
        <div className="check-year">
          <NumberField label="和哪一年的记录对" hint="不填，就按报告里写的年份" unit="年" {...form.amount('year')} />
        </div>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <div className="button-row">
          <Button
            kind="primary"
            busy={form.busy}
            why={whyNot(hasText || hasFile, uploads.isSending)}
            onClick={() => void submit()}
          >
            开始核验
          </Button>
        </div>
      </Form>
    </div>
  )
}

const Uploaded = ({ uploads }: { uploads: ReturnType<typeof useUploads> }) => (
  <Attachments
    label="或者交一份文件"
    hint={`拖到这里也行。Word（.docx）、PDF 或 .txt，最大 ${mostBytes / 1024 / 1024} MB；文件读完就删，只留文字`}
    accept=".docx,.pdf,.txt"
    files={uploads.files}
    onAdd={uploads.files.length === 0 ? uploads.onAdd : undefined}
    onRetry={uploads.onRetry}
    onRemove={uploads.onRemove}
    max={1}
  />
)

const textIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'text' in state && typeof state.text === 'string'
    ? state.text
    : undefined

function whyNot(hasSomething: boolean, isSending: boolean): string | undefined {
  if (isSending) return '文件还在上传'
  return hasSomething ? undefined : '请先粘贴文字，或者添加文件'
}

/** Files dropped anywhere on a place; whether one is held over it just now. */
function useDrop(place: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const element = place.current
    if (!element) return
    const ending = new AbortController()
    const { signal } = ending
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      take.current(files)
    }
    element.addEventListener('dragover', over, { signal })
    element.addEventListener('dragleave', () => setOver(false), { signal })
    element.addEventListener('drop', drop, { signal })
    return () => ending.abort()
  }, [place])
  return isOver
}
