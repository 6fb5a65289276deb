import './hall.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { sentenceOf, useNow } from '../../../kit/api/index.ts'
import {
  BigButton,
  Fact,
  Facts,
  HallFrame,
  HallNotice,
  type MatterPlace,
  StateBlock,
  Stepper,
} from '../../../kit/hall/index.ts'
import { useAsk, type Wish } from './hall-api.ts'
import { stagesOf, wordsOf } from './hall-stages.ts'

/** One wish and what became of it. */
export default function FollowedWish({ place }: { place: MatterPlace }) {
  const { id = '' } = useParams()
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['organising', 'wishes'],
    queryFn: () => ask('organising', 'wishes', {}),
  })
  const wish = data?.find((one) => one.id === id)
  return (
    <HallFrame
      title={wish ? `想建工会：${wish.firmName}` : '想建工会'}
      sub={wish && `编号 ${wish.number}`}
      back={{ href: place.root, title: place.title }}
    >
      {!data && !error && <StateBlock kind="loading" />}
      {!data && error && (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void refetch() }}>
          {sentenceOf(error)}
        </StateBlock>
      )}
      {data && error && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
      {data && !wish && <StateBlock kind="empty" title="没有找到这件事" />}
      {wish && <Standing wish={wish} />}
    </HallFrame>
  )
}

function Standing({ wish }: { wish: Wish }) {
  const now = useNow()
  return (
    <>
      <section className="union-sheet">
        <Stepper {...stagesOf(wish)} now={now} />
        <p>{wordsOf(wish)}</p>
      </section>
      <section className="union-sheet">
        <Facts>
          <Fact term="现在由谁办">{wish.isOpen ? wish.unitName : '已经办完'}</Fact>
        </Facts>
      </section>
      <p className="nf-soft">单位不会知道是您提的。</p>
      {(wish.unionName || wish.state === 'dropped') && <BigButton href="/door/join">申请入会</BigButton>}
    </>
  )
}
