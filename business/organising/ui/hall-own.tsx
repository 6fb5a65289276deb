import { useQuery } from '@tanstack/react-query'
import { sentenceOf, useNow } from '../../../kit/api/index.ts'
import { BigButton, HallFrame, MatterCard, StateBlock, Tag } from '../../../kit/hall/index.ts'
import { useAsk } from './hall-api.ts'
import { stagesOf } from './hall-stages.ts'

/** All that this person wished for, also where a colleague was first. */
export function OwnWishes() {
  const ask = useAsk()
  const now = useNow()
  const { data, error, refetch } = useQuery({
    queryKey: ['organising', 'wishes'],
    queryFn: () => ask('organising', 'wishes', {}),
  })
  return (
    <HallFrame title="我提过的建会" back={{ href: '/union', title: '我想建工会' }}>
      {!data && !error && <StateBlock kind="loading" />}
      {!data && error && (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void refetch() }}>
          {sentenceOf(error)}
        </StateBlock>
      )}
      {data?.length === 0 && <StateBlock kind="empty" title="还没有提过" />}
      {data?.map((one) => (
        <MatterCard
          key={one.id}
          href={`/matters/organising/${one.id}`}
          title={one.firmName}
          badge={one.unionName ? <Tag tone="green">已成立</Tag> : undefined}
          {...stagesOf(one)}
          now={now}
          who={one.isOpen ? one.unitName : undefined}
        />
      ))}
      <BigButton href="/union">再提一家</BigButton>
    </HallFrame>
  )
}
