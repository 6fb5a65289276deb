import { useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useNow, useRead } from '../../../../kit/api/index.ts'
import {
  CaseRecord,
  ClocksCard,
  HistoryCard,
  Link,
  StateBlock,
  Stepper,
  Tag,
  VerbBar,
  verbInAddress,
} from '../../../../kit/index.ts'
import { NextClock } from './next-clock.tsx'
import { wayOf } from './steps.ts'
import { DisputeCard, FilesCard, ResultCard, SimilarCard, StoryCard } from './story-side.tsx'
import { type Appeal, useAppeals } from './use-appeals.ts'
import { VerbDialog } from './verbs/verb-dialog.tsx'
import { PartiesCard, ReferralsCard } from './who-side.tsx'
import { home } from './words.ts'

/** One appeal on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useAppeals().get, { id })
  if (data) return <Record key={data.id} appeal={data} />
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title="没有找到这件事">
        可能已转到别处。<Link href={home}>回到诉求列表</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

function Record({ appeal }: { appeal: Appeal }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), appeal.verbs)
  const way = wayOf(appeal)
  return (
    <CaseRecord
      breadcrumb={[{ title: '职工诉求', href: home }, { title: appeal.unitName }, { title: appeal.number }]}
      title={appeal.title}
      badges={<Badges appeal={appeal} now={now} />}
      verbs={<VerbBar verbs={appeal.verbs} onVerb={setVerb} />}
      steps={<Stepper steps={way.steps} current={way.current} now={now} stopped={way.stopped} />}
      side={
        <>
          <PartiesCard appeal={appeal} />
          <ClocksCard clocks={appeal.clocks} now={now} />
          <ReferralsCard appeal={appeal} now={now} />
        </>
      }
    >
      <StoryCard appeal={appeal} />
      <ResultCard appeal={appeal} />
      <SimilarCard appeal={appeal} now={now} />
      <DisputeCard appeal={appeal} now={now} />
      <HistoryCard events={appeal.events} now={now} />
      <FilesCard appeal={appeal} />
      {verb && <VerbDialog key={verb} verb={verb} appeal={appeal} onClose={() => setVerb(undefined)} />}
    </CaseRecord>
  )
}

function Badges({ appeal, now }: { appeal: Appeal; now: string }) {
  return (
    <>
      <NextClock appeal={appeal} now={now} />
      {appeal.isGroup && <Tag>群体</Tag>}
      {appeal.urgency === 'urgent' && <Tag tone="red">紧急</Tag>}
      {appeal.isAnonymous && <Tag tone="quiet">不写姓名</Tag>}
    </>
  )
}
