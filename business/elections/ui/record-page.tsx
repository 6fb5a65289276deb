import './elections.css'
import { useParams, useSearchParams } from 'react-router'
import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { MatterPage, Tag, verbInAddress } from '../../../kit/index.ts'
import { purposes } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { CandidatesCard } from './candidates-card.tsx'
import { NoticeCard } from './notice-card.tsx'
import { type Election, home, useElections } from './place.ts'
import { RoundsCard } from './rounds-card.tsx'
import { AssemblyCard, PapersCard } from './side-cards.tsx'
import { VerbDialog } from './verbs/verb-dialog.tsx'

/** One election on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useElections().get, { id })
  return data ? <Opened election={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ election }: { election: Election }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), election.verbs)
  return (
    <MatterPage
      home={{ title: '选举', href: home }}
      matter={election}
      workflow={workflow}
      now={now}
      onVerb={setVerb}
      badges={<Tag>{purposes[election.purpose]}</Tag>}
      side={
        <>
          <AssemblyCard election={election} />
          <PapersCard election={election} />
        </>
      }
    >
      <RoundsCard election={election} />
      <CandidatesCard election={election} />
      <NoticeCard election={election} now={now} />
      {verb && <VerbDialog key={verb} verb={verb} election={election} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}
