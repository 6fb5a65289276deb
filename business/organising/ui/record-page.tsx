import './organising.css'
import { useParams, useSearchParams } from 'react-router'
import { NotYet, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Attachments, Card, MatterPage, Notice, Tag, verbInAddress } from '../../../kit/index.ts'
import { dropReasons, forms, origins } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { ElectionCard } from './election-card.tsx'
import { FirmsCard } from './firms-card.tsx'
import { LegalCard } from './legal-card.tsx'
import { MembersCard } from './members-card.tsx'
import { PapersCard } from './papers-card.tsx'
import { type Founding, home, useFoundings } from './place.ts'
import { VerbDialog } from './verbs/verb-dialog.tsx'
import { WishesCard } from './wishes-card.tsx'

/** One founding on one page. Who leaves the list is taken off in the list. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useFoundings().get, { id })
  return data ? <Opened founding={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ founding }: { founding: Founding }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), founding.verbs)
  return (
    <MatterPage
      home={{ title: '建会', href: home }}
      matter={{ ...founding, verbs: founding.verbs.filter(({ verb }) => verb !== 'unrecruit') }}
      workflow={wayOf(founding)}
      now={now}
      onVerb={setVerb}
      badges={
        <>
          <Tag>{forms[founding.form]}</Tag>
          <Tag tone="quiet">{origins[founding.origin]}</Tag>
        </>
      }
      side={
        <>
          <FirmsCard founding={founding} />
          {founding.wishes > 0 && <WishesCard founding={founding} />}
        </>
      }
    >
      {founding.dropReason && (
        <Notice tone="watch">不再推进：{dropReasons[founding.dropReason]}。单位还可以另外登记线索。</Notice>
      )}
      {founding.prepApprovedOn && (founding.heads.members > 0 || !founding.union) && (
        <MembersCard founding={founding} onVerb={setVerb} />
      )}
      {founding.election && <ElectionCard founding={founding} />}
      {founding.union && <LegalCard founding={founding} />}
      {founding.papers.length > 0 && <PapersCard founding={founding} />}
      {founding.files.length > 0 && <FilesCard founding={founding} />}
      {verb && <VerbDialog key={verb} verb={verb} founding={founding} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

/** Without a committee nothing is registered. */
const wayOf = ({ body }: Founding) =>
  body === 'committee'
    ? workflow
    : { ...workflow, path: workflow.path.filter((state) => state !== 'applied' && state !== 'registered') }

function FilesCard({ founding }: { founding: Founding }) {
  const { fileHref } = useDesk()
  const files = founding.files.map(({ id, name, bytes }) => ({
    id,
    name,
    size: bytes,
    state: 'done' as const,
    href: fileHref(id),
  }))
  return (
    <Card title="材料">
      <Attachments label="刻章、开户、场所、经费等证明" files={files} />
    </Card>
  )
}
