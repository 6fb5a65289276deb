import { useState } from 'react'
import { NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, FigurePanel, Segments } from '../../../kit/index.ts'
import { spanWords } from '../rules/periods.ts'
import type { Asked } from './asked.ts'
import { ExportRecords } from './export-dialog.tsx'
import { FigurePlaces } from './figure-places.tsx'
import { FigureRecords } from './figure-records.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { type Behind, useFigures } from './place.ts'
import { comparedWords, figureSentence, missingWords, noLastYear, partsWords, targetWords } from './say.ts'

interface FigureDrawerProps {
  /** Nothing is open without one. */
  code: string | undefined
  asked: Asked
  placeName: string
  onClose: () => void
  onPlace: (path: string) => void
}

/** What is behind a figure: what counts, how it went, where, and each record. */
export function FigureDrawer({ code, asked, placeName, onClose, onPlace }: FigureDrawerProps) {
  const { period, place, group } = asked
  const wanted = { code: code ?? '', period, orgPath: place, group }
  const { data, state, retry, error } = useRead(useFigures().get, wanted, { enabled: code !== undefined })
  const names = useRead(useFigures().names, {}, { enabled: code !== undefined && !data })
  if (code === undefined) return <FigurePanel open={false} onClose={onClose} title="" />
  if (!data)
    return (
      <FigurePanel
        open
        onClose={onClose}
        title={names.data?.find((one) => one.code === code)?.title ?? '数据'}
        notYet={<NotYet state={state} retry={retry} error={error} />}
      />
    )
  return (
    <FigurePanel
      open
      onClose={onClose}
      title={data.title}
      words={valueWords(data, group !== undefined)}
      period={`${spanWords(period, data.asOf)}，${placeName}和下级`}
      definition={`${data.definition}。由${data.owner}负责`}
    >
      <Against data={data} />
      <FigureTrend key={`trend ${data.code}`} data={data} />
      <FigurePlaces data={data} onPlace={onPlace} />
      <Records key={`records ${code}`} data={data} asked={asked} />
    </FigurePanel>
  )
}

function valueWords(data: Behind, hasGroup: boolean): string {
  if (data.value === null) return missingWords(data, hasGroup)
  const parts = partsWords(data)
  return parts ? `${figureSentence(data.value, '%')}，${parts}` : figureSentence(data.value, data.unit)
}

function Against({ data }: { data: Behind }) {
  const before = noLastYear(data) ? '上年同期没有记录' : comparedWords(data)
  const words = [before, targetWords(data)].filter(Boolean)
  if (words.length === 0) return null
  return (
    <ul>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

const parts = [
  { value: 'numerator', title: '分子' },
  { value: 'denominator', title: '分母' },
]
type Part = 'numerator' | 'denominator'

/** The very records that were counted, of a rate either part, and all of them as a sheet. */
function Records({ data, asked }: { data: Behind; asked: Asked }) {
  const { may } = useDesk()
  const [part, setPart] = useState<Part>('numerator')
  const [isExporting, setExporting] = useState(false)
  const isRate = data.kind === 'rate'
  if (data.value === null && !isRate) return null
  const counted = isRate ? data[part] : data.value
  return (
    <section aria-label="记录">
      <div className="overview-records-head">
        <h3 className="overview-head">记录</h3>
        {isRate && (
          <Segments label="哪一部分" value={part} onChange={(next) => setPart(next as Part)} options={partsOf(data)} />
        )}
        {may('overview.export') && counted !== 0 && <Button onClick={() => setExporting(true)}>导出表格</Button>}
      </div>
      <FigureRecords code={data.code} asked={asked} part={part} unit={isRate ? '' : data.unit} />
      {isExporting && (
        <ExportRecords which={{ code: data.code, part }} asked={asked} onClose={() => setExporting(false)} />
      )}
    </section>
  )
}

const partsOf = ({ numerator, denominator }: Behind) =>
  parts.map((part) => ({ ...part, count: (part.value === 'numerator' ? numerator : denominator) ?? undefined }))
