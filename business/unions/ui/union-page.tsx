import './unions.css'
import { Navigate, useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useRead } from '../../../kit/api/index.ts'
import { CaseRecord, Link, StateBlock, Tag } from '../../../kit/index.ts'
import { forms } from '../rules/words.ts'
import { home, type Union, useUnions } from './place.ts'
import { RegularTag } from './states.tsx'
import { UnionDialogs } from './union-dialogs.tsx'
import { FirmsCard, MissingCard, OfficersCard, PeopleCard } from './union-left.tsx'
import { ChangesCard, MoneyCard, ParticularsCard } from './union-right.tsx'
import { CertificateCard, TermCard } from './union-terms.tsx'
import { UnionVerbs } from './union-verbs.tsx'

/** One union on one page. A place of the tree has no such page: it opens the register of its unions. */
export function UnionPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useUnions().union, { id })
  if (data && data.kind !== 'enterprise')
    return <Navigate to={`${home}?under=${encodeURIComponent(data.path)}&due=1`} replace />
  if (data) return <Opened key={data.id} union={data} />
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title="没有找到这个工会">
        可能已经撤并，或不在您的辖区。<Link href={home}>回到工会台账</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

function Opened({ union }: { union: Union }) {
  const [params, setParams] = useSearchParams()
  const ask = (what: string | undefined) => {
    const next = new URLSearchParams(params)
    if (what === undefined) next.delete('do')
    else next.set('do', what)
    setParams(next, { replace: true })
  }
  const isOver = union.closedOn !== null
  return (
    <CaseRecord
      breadcrumb={[
        { title: '工会台账', href: home },
        ...(union.above ? [{ title: union.above.name, href: `${home}?under=${union.above.path}` }] : []),
        { title: union.name },
      ]}
      title={union.name}
      badges={
        <>
          {union.form && <Tag>{forms[union.form]}</Tag>}
          {isOver ? <Tag tone="red">已于 {union.closedOn} 撤销</Tag> : <RegularTag isRegular={union.isRegular} />}
        </>
      }
      verbs={!isOver && <UnionVerbs union={union} onAsk={ask} />}
      side={
        <>
          <TermCard union={union} />
          <CertificateCard union={union} />
          <ParticularsCard union={union} />
          <MoneyCard union={union} />
          <ChangesCard union={union} />
        </>
      }
    >
      {!isOver && <MissingCard union={union} onAsk={ask} />}
      <OfficersCard union={union} onAsk={ask} />
      <PeopleCard union={union} />
      <FirmsCard union={union} />
      <UnionDialogs asked={params.get('do')} union={union} onClose={() => ask(undefined)} />
    </CaseRecord>
  )
}
