import { useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useNow, useRead } from '../../../../kit/api/index.ts'
import {
  CaseRecord,
  ClocksCard,
  HistoryCard,
  Link,
  Notice,
  StateBlock,
  Stepper,
  Tag,
  VerbBar,
  verbInAddress,
} from '../../../../kit/index.ts'
import { kinds } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { home, type Matter, useTransfers } from './place.ts'
import { MatterCard, PersonCard, StintsCard } from './side-cards.tsx'
import { VerbDialog } from './verb-dialog.tsx'
import { ifSilent, wayOf } from './way.ts'

/** One matter on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useTransfers().get, { id })
  if (data) return <Record key={data.id} matter={data} />
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title="没有找到这件事">
        转出以后就由新工会办理，您看不到了。<Link href={home}>回到会籍变动</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

function Record({ matter }: { matter: Matter }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  const way = wayOf(matter)
  const silent = ifSilent[matter.state]
  return (
    <CaseRecord
      breadcrumb={[{ title: '会籍变动', href: home }, { title: matter.unitName }, { title: matter.number }]}
      title={matter.title}
      badges={
        <>
          <Tag>{kinds[matter.kind]}</Tag>
          <Tag tone="quiet">{workflow.states[matter.state]}</Tag>
          {matter.isReleasedBySilence && <Tag tone="honey">自动转出</Tag>}
        </>
      }
      verbs={<VerbBar verbs={matter.verbs} onVerb={setVerb} />}
      steps={<Stepper steps={way.steps} current={way.current} now={now} stopped={way.stopped} />}
      side={
        <>
          <PersonCard matter={matter} />
          <ClocksCard clocks={matter.clocks} now={now} />
        </>
      }
    >
      {silent && <Notice>{silent}</Notice>}
      <MatterCard matter={matter} />
      <StintsCard matter={matter} now={now} />
      <HistoryCard events={matter.events} now={now} />
      {verb && <VerbDialog key={verb} verb={verb} matter={matter} onClose={() => setVerb(undefined)} />}
    </CaseRecord>
  )
}
