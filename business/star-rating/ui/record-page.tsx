import './star-rating.css'
import { useParams, useSearchParams } from 'react-router'
import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { MatterPage, Notice, Tag, verbInAddress } from '../../../kit/index.ts'
import { levelTitle } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { ItemsCard } from './items-card.tsx'
import { home, type Rating, useRatings } from './place.ts'
import { FilesCard, ParametersCard, PollCard, ResultCard } from './side-cards.tsx'
import { VerbDialog } from './verbs/verb-dialog.tsx'

/** One rating on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useRatings().get, { id })
  return data ? <Opened rating={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ rating }: { rating: Rating }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), rating.verbs)
  return (
    <MatterPage
      home={{ title: '星级工会', href: home }}
      matter={rating}
      workflow={workflow}
      now={now}
      onVerb={setVerb}
      badges={rating.stars !== null && <Tag tone="honey">{levelTitle(rating.stars)}</Tag>}
      side={
        <>
          <ResultCard rating={rating} />
          <PollCard rating={rating} />
          <FilesCard rating={rating} />
          <ParametersCard rating={rating} />
        </>
      }
    >
      {rating.veto && <Notice tone="bad">{`一票否决：${rating.veto}`}</Notice>}
      <ItemsCard items={rating.items} computedOn={rating.computedOn} />
      {verb && <VerbDialog key={verb} verb={verb} rating={rating} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}
