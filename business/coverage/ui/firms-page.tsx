import { useState } from 'react'
import type { z } from 'zod'
import { useDesk, useNow, usePages } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  dayWords,
  Link,
  optionsOf,
  Page,
  Segments,
  SelectField,
  Tag,
} from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Firm } from '../contract.ts'
import { forms, ratedBands, standings } from '../rules/words.ts'
import { type Listed, ratesHref, readListed, useAddress } from './asked.ts'
import { AskedBar } from './asked-bar.tsx'
import { ExportFirms } from './export-dialog.tsx'
import { firmHref, home, unionHref, useCoverage } from './place.ts'

type Row = z.output<typeof Firm>

/** The firms behind a rate: with a union, without, or left out and why. The address holds what narrows them. */
export function FirmsPage() {
  const today = wallTime(useNow()).day
  const { may } = useDesk()
  const [listed, change] = useAddress(readListed)
  const list = usePages(useCoverage().firms, { ...listed, limit: 50 })
  const [isExporting, setExporting] = useState(false)
  return (
    <Page
      breadcrumb={[{ title: '建会覆盖', href: ratesHref(listed) }, { title: '名单' }]}
      title={`${listed.band ? ratedBands[listed.band] : ''}${standings[listed.standing]}企业`}
      sub={`截至 ${dayWords(listed.on ?? today, today)}，人数多的在前`}
      actions={may('coverage.export') && <Button onClick={() => setExporting(true)}>导出表格</Button>}
    >
      <AskedBar asked={listed} onChange={change}>
        <Narrowing listed={listed} onChange={change} />
      </AskedBar>
      <Card>
        <DataTable
          label="企业名单"
          columns={columnsFor(listed, today)}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty={emptyWords[listed.standing]}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {isExporting && <ExportFirms listed={listed} onClose={() => setExporting(false)} />}
    </Page>
  )
}

const emptyWords: Readonly<Record<Listed['standing'], string>> = {
  uncovered: '没有未建会的企业',
  covered: '没有已建会的企业',
  excluded: '没有列入不计的企业',
  stale: '人数都在有效期内',
  settling: '没有新开业待核的企业',
}

function Narrowing({ listed, onChange }: { listed: Listed; onChange: (change: Partial<Listed>) => void }) {
  return (
    <>
      <Segments
        label="建会情况"
        value={listed.standing}
        onChange={(standing) => onChange({ standing: standing as Listed['standing'], form: undefined })}
        options={optionsOf(standings)}
      />
      <SelectField
        compact
        label="规模"
        placeholder="两种规模"
        value={listed.band}
        onChange={(band) => onChange({ band: band as Listed['band'] })}
        options={optionsOf(ratedBands)}
      />
      {listed.standing === 'covered' && (
        <SelectField
          compact
          label="形式"
          placeholder="单独和联合"
          value={listed.form}
          onChange={(form) => onChange({ form: form as Listed['form'] })}
          options={optionsOf(forms)}
        />
      )}
    </>
  )
}

function columnsFor({ standing }: Listed, today: string): Column<Row>[] {
  return [
    {
      title: '企业',
      cell: (row) => (
        <>
          <Link href={firmHref(row.id)}>{row.name}</Link>
          <div className="nf-soft nf-small">{row.place}</div>
        </>
      ),
    },
    { title: '人数', align: 'right', cell: (row) => `${row.headcount} 人` },
    { title: '统计', cell: (row) => `${dayWords(row.countedOn, today)}，${sources[row.source]}` },
    standing === 'covered' || standing === 'uncovered'
      ? { title: standing === 'covered' ? '工会' : '开业', cell: (row) => <UnionOrOpening row={row} today={today} /> }
      : { title: '工会', cell: (row) => <UnionOrWhy row={row} /> },
    ...(standing === 'covered' ? [members] : []),
  ]
}

const members: Column<Row> = {
  title: '会员',
  align: 'right',
  cell: (row) => (row.members === null ? '–' : `${row.members} 人`),
}

const sources = { social_insurance: '社保', declared: '单位自报', visit: '走访' } as const

function UnionOrOpening({ row, today }: { row: Row; today: string }) {
  if (!row.unionPath) return dayWords(row.openedOn, today)
  return (
    <>
      <Link href={unionHref(row.unionPath)}>{row.unionName}</Link>{' '}
      {row.form === 'joint' && <Tag tone="quiet">联合</Tag>}
    </>
  )
}

function UnionOrWhy({ row }: { row: Row }) {
  if (row.exclusionId) return <Link href={`${home}/${row.exclusionId}`}>看批准依据</Link>
  return row.unionPath ? <Link href={unionHref(row.unionPath)}>{row.unionName}</Link> : '没有工会'
}
