import { useState } from 'react'
import { sentenceOf, useAct } from '../../../kit/api/index.ts'
import { Button, Card, Fact, Facts, Form, FormPair, NumberField, SelectField, useSay } from '../../../kit/index.ts'
import { type Imported, type Previewed, useImports } from './use-imports.ts'

const kinds = { xlsx: 'Excel（.xlsx）', xls: '旧版 Excel（.xls）', csv: 'CSV 文本' } as const
type Sheet = Previewed['sheets'][number]

const named = ({ name, isHidden, isEmpty }: Sheet, at: number): string =>
  `${name || `第 ${at + 1} 张`}${isHidden ? '（隐藏）' : ''}${isEmpty ? '（空）' : ''}`

/** What was read of the file and what was left out; another sheet or header row may be chosen. */
export function SheetCard({ one, seen, onOther }: { one: Imported; seen: Previewed; onOther: () => void }) {
  const [isChoosing, setChoosing] = useState(false)
  const read = seen.sheets.findIndex((sheet) => sheet.isRead)
  const others = seen.sheets.map(named).filter((_, at) => at !== read)
  const done = () => {
    setChoosing(false)
    onOther()
  }
  return (
    <Card
      title="读到的表格"
      actions={
        <Button kind="text" onClick={() => setChoosing(!isChoosing)}>
          {isChoosing ? '不换了' : '换工作表或表头'}
        </Button>
      }
    >
      <Facts>
        <Fact term="文件">{kinds[seen.kind]}</Fact>
        {seen.kind !== 'csv' && (
          <Fact term="读的工作表">{seen.sheets[read] ? named(seen.sheets[read], read) : ''}</Fact>
        )}
        {others.length > 0 && <Fact term="没有读的">{others.join('、')}</Fact>}
        <Fact term="表头在">{`第 ${seen.headerRow} 行`}</Fact>
        <Fact term="数据">{`${seen.total} 行`}</Fact>
      </Facts>
      {isChoosing && <Other one={one} seen={seen} read={read} onDone={done} />}
    </Card>
  )
}

function Other({ one, seen, read, onDone }: { one: Imported; seen: Previewed; read: number; onDone: () => void }) {
  const look = useAct(useImports().look)
  const say = useSay()
  const [sheet, setSheet] = useState(String(read))
  const [headerRow, setHeaderRow] = useState<number | undefined>(seen.headerRow)
  const isOther = Number(sheet) !== read
  const press = async () => {
    try {
      await look({ id: one.id, sheet: Number(sheet), ...(isOther ? {} : { headerRow }) })
      onDone()
    } catch (error) {
      say(sentenceOf(error))
    }
  }
  return (
    <Form>
      <FormPair>
        {seen.sheets.length > 1 && (
          <SelectField
            label="读哪张工作表"
            value={sheet}
            onChange={(value) => setSheet(value ?? String(read))}
            options={seen.sheets.map((one, at) => ({ value: String(at), title: named(one, at) }))}
            required
          />
        )}
        {!isOther && <NumberField label="表头在第几行" unit="行" value={headerRow} onChange={setHeaderRow} required />}
      </FormPair>
      <div className="button-row">
        <Button onClick={() => void press()}>重新读取</Button>
      </div>
    </Form>
  )
}
