import { useState } from 'react'
import { NotYet, sentenceOf, useAct, useDesk, useRead, useUploads } from '../../../kit/api/index.ts'
import {
  Attachments,
  Button,
  Card,
  ChoiceField,
  Form,
  Notice,
  Page,
  type Pick,
  SearchPicker,
  StateBlock,
  useNavigation,
} from '../../../kit/index.ts'
import { type KindOffered, useImports } from './use-imports.ts'

/** What, for which union, which file; the rest is asked once the file has been read. */
export default function NewImport() {
  const { may } = useDesk()
  return (
    <Page
      breadcrumb={[{ title: '导入', href: '/console/imports' }, { title: '导入表格' }]}
      title="导入表格"
      sub="列的顺序、列名不用改，多出来的列不要紧；上传后先给您看一遍，您确认了才写入。"
    >
      {may('imports.use') ? <Offered /> : <StateBlock kind="forbidden" />}
    </Page>
  )
}

function Offered() {
  const kinds = useRead(useImports().kinds, {})
  if (!kinds.data) return <NotYet state={kinds.state} retry={kinds.retry} />
  if (kinds.data.length === 0)
    return (
      <StateBlock kind="empty" title="您现在的岗位没有可以导入的表格">
        需要导入名册时，请换身份或联系上级工会。
      </StateBlock>
    )
  return <Ask kinds={kinds.data} />
}

const nameOf = ({ line, kind }: KindOffered): string => `${line}.${kind}`

function Ask({ kinds }: { kinds: readonly KindOffered[] }) {
  const { units, start } = useImports()
  const act = useAct(start)
  const go = useNavigation()
  const uploads = useUploads()
  const [chosen, setChosen] = useState(kinds.length === 1 && kinds[0] ? nameOf(kinds[0]) : undefined)
  const [unit, setUnit] = useState<Pick>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const kind = kinds.find((one) => nameOf(one) === chosen)
  const documentId = uploads.ids[0]
  const begin = async () => {
    if (!kind || !unit || !documentId || busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const { id } = await act({ documentId, line: kind.line, kind: kind.kind, unitId: unit.id })
      go(`/console/imports/${id}`)
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  const find = async (text: string): Promise<Pick[]> =>
    kind ? units({ line: kind.line, kind: kind.kind, text: text.trim() }) : []
  return (
    <Card>
      <Form>
        {kinds.length > 1 && (
          <ChoiceField
            label="导入什么"
            value={chosen}
            onChange={setChosen}
            options={kinds.map((one) => ({ value: nameOf(one), title: one.title }))}
            required
          />
        )}
        {kind && (
          <SearchPicker
            key={chosen}
            label={`${kind.title}是哪个工会的`}
            hint="街道和社区可以传一张总表，再按表里的工作单位分到各家工会"
            placeholder="工会名称或拼音首字母"
            value={unit}
            onChange={setUnit}
            search={find}
            required
          />
        )}
        <Attachments
          label="表格文件"
          hint="Excel（.xlsx、.xls）或 CSV，一次一份；加了密码的请先去掉"
          accept=".xlsx,.xls,.csv,.txt"
          files={uploads.files}
          onAdd={uploads.files.length === 0 ? uploads.onAdd : undefined}
          onRetry={uploads.onRetry}
          onRemove={uploads.onRemove}
          max={1}
        />
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="button-row">
          <Button
            kind="primary"
            busy={busy}
            why={whyNot(kind, unit, documentId, uploads.isSending)}
            onClick={() => void begin()}
          >
            读取表格
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function whyNot(
  kind: KindOffered | undefined,
  unit: Pick | undefined,
  documentId: string | undefined,
  isSending: boolean,
) {
  if (!kind) return '请先选导入什么'
  if (!unit) return '请先选哪个工会'
  if (isSending) return '文件还在上传'
  return documentId ? undefined : '请先添加表格文件'
}
