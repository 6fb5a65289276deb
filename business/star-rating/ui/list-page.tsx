import './star-rating.css'
import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../kit/api/index.ts'
import { Button, MatterList, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, starsHref, tableHref, useRatings } from './place.ts'

/** Ratings within reach; the address holds what narrows them. */
export function ListPage() {
  const { may } = useDesk()
  const matters = useMatters(useRatings().list, useSearchParams())
  const actions = (
    <div className="star-submit">
      <Button href={starsHref}>有效星级</Button>
      <Button href={tableHref}>评分表</Button>
      {may('star-rating.apply') && (
        <Button kind="primary" href={`${home}/new`}>
          申报
        </Button>
      )}
    </div>
  )
  return (
    <Page title="星级工会" sub="自愿申报。分数多半由记录算出；星级是一个水平，不排名次。" actions={actions}>
      <MatterList
        label="星级申报"
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '没有星级申报', body: '基层工会自愿申报，不报也不影响任何服务。' }}
      />
    </Page>
  )
}
