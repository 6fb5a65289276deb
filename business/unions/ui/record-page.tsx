import './unions.css'
import { Navigate, useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Attachments, Card, Fact, Facts, Link, MatterPage, verbInAddress } from '../../../kit/index.ts'
import { changeKinds, grounds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { type Change, home, unionHref, useUnions } from './place.ts'
import { VerbDialog } from './verb-dialog.tsx'

/** One change on one page. What is no change may be a union: messages and figures lead here with either. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useUnions().get, { id })
  if (data) return <Opened key={data.id} change={data} />
  if (error instanceof ApiError && error.status === 404) return <Navigate to={unionHref(id)} replace />
  return <NotYet state={state} retry={retry} />
}

function Opened({ change }: { change: Change }) {
  const now = useNow()
  const { fileHref } = useDesk()
  const [verb, setVerb] = verbInAddress(useSearchParams(), change.verbs)
  const files = change.files.map(({ id, name, bytes }) => ({
    id,
    name,
    size: bytes,
    state: 'done' as const,
    href: fileHref(id),
  }))
  return (
    <MatterPage
      home={{ title: '工会变更', href: `${home}/changes` }}
      matter={change}
      workflow={workflow}
      now={now}
      onVerb={setVerb}
      side={<StandingCard change={change} />}
    >
      <AskedCard change={change} />
      <Card>
        <Attachments label="材料" files={files} />
      </Card>
      {verb && <VerbDialog key={verb} verb={verb} change={change} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

/** What is asked, and why. */
function AskedCard({ change }: { change: Change }) {
  const { kind, ground, into, movedMembers } = change
  return (
    <Card title={changeKinds[kind]}>
      <Facts>
        {change.newName && <Fact term="新名称">{change.newName}</Fact>}
        {change.newAddress && <Fact term="新地址">{change.newAddress}</Fact>}
        {change.legalName && <Fact term="新法定代表人">{change.legalName}</Fact>}
        {change.postponeTo && <Fact term="延到">{change.postponeTo}</Fact>}
        {change.noticedOn && <Fact term="遗失公告">{change.noticedOn}</Fact>}
        {ground && <Fact term="依据">{grounds[ground]}</Fact>}
        {into && (
          <Fact term="并入">
            <Link href={unionHref(into.id)}>{into.name}</Link>
          </Fact>
        )}
        {change.changedOn && <Fact term={ground ? '终止日期' : '变更日期'}>{change.changedOn}</Fact>}
        <Fact term="原因">{change.reason}</Fact>
        {change.certificateNumber && <Fact term="新证书">{change.certificateNumber}</Fact>}
        {movedMembers !== null && <Fact term="转出会员">{movedMembers} 人</Fact>}
      </Facts>
    </Card>
  )
}

/** What of the union weighs in the decision, as it stands now. */
function StandingCard({ change }: { change: Change }) {
  return (
    <Card title="工会现状">
      <Facts>
        <Fact term="工会">
          <Link href={unionHref(change.orgId)}>{change.unionName}</Link>
        </Fact>
        <Fact term="会员">{change.members} 人</Fact>
        <Fact term="存续单位">{change.livingFirms} 家</Fact>
        <Fact term="任期届满">{change.termUntil}</Fact>
        <Fact term="证书到期">{change.certificateUntil}</Fact>
      </Facts>
    </Card>
  )
}
