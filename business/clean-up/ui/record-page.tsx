import { useParams, useSearchParams } from 'react-router'
import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { MatterPage, Notice, Tag, verbInAddress } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, type Matter, title, useCleanUp } from './place.ts'
import { SubjectsCard } from './subjects-table.tsx'
import { VerbDialog } from './verb-dialogs.tsx'

/** A finding in somebody's hands, on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useCleanUp().get, { id })
  return data ? <Opened matter={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ matter }: { matter: Matter }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  return (
    <MatterPage
      home={{ title, href: home }}
      matter={matter}
      workflow={workflow}
      now={now}
      onVerb={setVerb}
      badges={matter.outcome && <Tag tone="green">{matter.outcome}</Tag>}
    >
      {matter.state === 'in_hand' && <Notice>{matter.finding.advice}。</Notice>}
      <SubjectsCard finding={matter.finding} />
      {verb && <VerbDialog key={verb} verb={verb} matter={matter} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}
