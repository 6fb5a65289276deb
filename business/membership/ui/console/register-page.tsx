import './membership.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { useDesk, useNow, usePages, useRead, useRegistries } from '../../../../kit/api/index.ts'
import {
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  dayWords,
  FilterBar,
  Link,
  type Org,
  OrgPicker,
  Page,
  Tag,
} from '../../../../kit/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import type { Registered } from '../../contract.ts'
import { levels } from '../../rules/ladder.ts'
import { type RegisterStage, registerStages } from '../../rules/words.ts'
import { Funnel } from './funnel.tsx'
import { home, useMembership } from './place.ts'
import { VerifyDialog } from './verify-dialog.tsx'

type Row = z.output<typeof Registered>

const isStage = (text: string | null): text is RegisterStage => text !== null && text in registerStages

/** The people of a union and those below: how far they have come, in one picture that opens the list of each stage. */
export function RegisterPage() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('stage')
  const stage = isStage(asked) ? asked : 'full'
  const under = params.get('under') ?? undefined
  const newFormOnly = params.get('newForm') === '1'
  const { data } = useRead(useMembership().funnel, { under })
  const change = (part: Record<string, string | undefined>) => {
    const changed = new URLSearchParams(params)
    for (const [key, value] of Object.entries(part)) {
      if (value) changed.set(key, value)
      else changed.delete(key)
    }
    setParams(changed, { replace: true })
  }
  return (
    <Page
      breadcrumb={[{ title: '入会', href: home }, { title: '会员登记册' }]}
      title="会员登记册"
      sub="采集、认证、入会是同一个人的三步；往年的会员也会认证，所以认证可以多于采集。"
      actions={<Actions />}
    >
      <FilterBar>
        <UnderField under={under} onChange={(path) => change({ under: path })} />
        <CheckField checked={newFormOnly} onChange={(on) => change({ newForm: on ? '1' : undefined })}>
          只看新就业形态
        </CheckField>
      </FilterBar>
      {data && <Funnel funnel={data} stage={stage} onStage={(next) => change({ stage: next })} />}
      <People asked={{ stage, under, newFormOnly }} />
    </Page>
  )
}

function UnderField({ under, onChange }: { under: string | undefined; onChange: (path: string | undefined) => void }) {
  const { loadUnits } = useRegistries()
  const [org, setOrg] = useState<Org | undefined>()
  const choose = (next: Org | undefined) => {
    setOrg(next)
    onChange(next?.id)
  }
  return (
    <OrgPicker
      label="工会"
      hint={under && !org ? '已按地址里的工会筛选' : undefined}
      value={org}
      onChange={choose}
      load={loadUnits}
    />
  )
}

function Actions() {
  const { may } = useDesk()
  return (
    <div className="member-actions">
      <Button href={`${home}/check`}>核验会员证</Button>
      {may('membership.export') && <Button href={`${home}/export`}>导出会员</Button>}
      {may('membership.roster') && <Button href="/console/imports/new">导入花名册</Button>}
    </div>
  )
}

function People({ asked }: { asked: { stage: RegisterStage; under: string | undefined; newFormOnly: boolean } }) {
  const { may } = useDesk()
  const today = wallTime(useNow()).day
  const list = usePages(useMembership().register, { ...asked, limit: 50 })
  const [verifying, setVerifying] = useState<Row>()
  return (
    <Card title={registerStages[asked.stage]}>
      <DataTable
        label="会员登记册"
        columns={columnsFor(asked.stage, today, may('membership.verify') ? setVerifying : undefined)}
        rows={list.rows}
        rowKey={(row) => row.id}
        state={list.state}
        onRetry={list.retry}
        empty="这一步没有人"
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
      {verifying && <VerifyDialog row={verifying} onClose={() => setVerifying(undefined)} />}
    </Card>
  )
}

function columnsFor(stage: RegisterStage, today: string, onVerify: ((row: Row) => void) | undefined): Column<Row>[] {
  const isMember = stage !== 'collected' && stage !== 'verified'
  return [
    {
      title: '姓名',
      cell: (row) => (
        <>
          <Link href={`/console/people/${row.id}`}>{row.name}</Link> {row.newFormTitle && <Tag>{row.newFormTitle}</Tag>}
          {row.enterpriseName && <div className="nf-soft nf-small">{row.enterpriseName}</div>}
        </>
      ),
    },
    { title: isMember ? '工会' : '地方', cell: (row) => row.place },
    { title: '手机', cell: (row) => row.phone ?? '没有登记' },
    ...(isMember
      ? [
          { title: '会员号', cell: (row: Row) => row.number ?? '–' },
          { title: '在这个工会', cell: (row: Row) => (row.since ? `${dayWords(row.since, today)}起` : '–') },
        ]
      : []),
    { title: '认证', cell: (row) => levels[row.level as keyof typeof levels] },
    ...(onVerify
      ? [
          {
            title: '下一步',
            cell: (row: Row) =>
              row.level < 4 ? (
                <button type="button" className="nf-link" onClick={() => onVerify(row)}>
                  登记认证<span className="nf-hidden">：{row.name}</span>
                </button>
              ) : null,
          },
        ]
      : []),
  ]
}
