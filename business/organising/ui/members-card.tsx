import { useState } from 'react'
import { usePages } from '../../../kit/api/index.ts'
import { Button, Card, DataTable } from '../../../kit/index.ts'
import { type Founding, useFoundings } from './place.ts'
import { UnrecruitDialog } from './verbs/unrecruit.tsx'

/** Who handed in an application, against the numbers that decide the union's shape. */
export function MembersCard({ founding, onVerb }: { founding: Founding; onVerb: (verb: string) => void }) {
  const { heads, verbs } = founding
  const mayRecruit = verbs.some(({ verb, enabled }) => verb === 'recruit' && enabled)
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title="会员"
      sub={`交申请书 ${heads.members} 人，女 ${heads.women} 人，职工 ${heads.employees} 人`}
      actions={mayRecruit && <Button onClick={() => onVerb('recruit')}>登记会员</Button>}
    >
      {!founding.union && <Needs founding={founding} />}
      {heads.members > 0 && (
        <p>
          <button type="button" className="nf-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? '收起名单' : `看名单（${heads.members} 人）`}
          </button>
        </p>
      )}
      {isOpen && <MemberList founding={founding} />}
    </Card>
  )
}

/** Reached or how many are missing, and where each number comes from. */
function Needs({ founding }: { founding: Founding }) {
  return (
    <>
      <NeedBars founding={founding} />
      <details className="nf-basis founding-basis">
        <summary>这些人数的依据</summary>
        {founding.needs.map((need) => (
          <p key={need.name}>
            {need.from} 人：{need.title}。{need.source}
            {need.sure === 'U' && '（待确认）'}
          </p>
        ))}
      </details>
    </>
  )
}

function NeedBars({ founding }: { founding: Founding }) {
  return (
    <ul className="founding-needs">
      {founding.needs.map((need) => (
        <li key={need.name}>
          <div className="founding-need-words">
            <span>{need.advice}</span>
            <span className={need.isReached ? 'founding-need-done' : 'nf-soft'}>
              {need.have} / {need.from}
            </span>
          </div>
          <div className="founding-bar" aria-hidden="true">
            <span
              className={need.isReached ? 'founding-bar-done' : undefined}
              style={{ inlineSize: `${Math.min(100, Math.round((need.have / need.from) * 100))}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

const sexes = { male: '男', female: '女', unknown: '未登记' } as const

function MemberList({ founding }: { founding: Founding }) {
  const list = usePages(useFoundings().members, { id: founding.id, limit: 50 })
  const [leaving, setLeaving] = useState<string>()
  const mayRemove = founding.verbs.some(({ verb, enabled }) => verb === 'unrecruit' && enabled)
  return (
    <>
      <DataTable
        label="会员名单"
        rows={list.rows}
        rowKey={(row) => row.id}
        columns={[
          { title: '姓名', cell: (row) => row.name },
          { title: '性别', cell: (row) => sexes[row.sex] },
          { title: '工种', cell: (row) => row.occupation || '—' },
          ...(founding.firms.length > 1
            ? [{ title: '单位', cell: (row: (typeof list.rows)[number]) => row.firmName }]
            : []),
          { title: '交申请书', cell: (row) => row.handedOn },
          ...(mayRemove
            ? [
                {
                  title: '移出',
                  cell: (row: (typeof list.rows)[number]) => (
                    <button type="button" className="nf-link" onClick={() => setLeaving(row.id)}>
                      移出<span className="nf-hidden">{row.name}</span>
                    </button>
                  ),
                },
              ]
            : []),
        ]}
        state={list.state}
        onRetry={list.retry}
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
      {leaving && <UnrecruitDialog founding={founding} personId={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}
