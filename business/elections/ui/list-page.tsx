import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../kit/api/index.ts'
import { Button, MatterList, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, useElections } from './place.ts'

/** All elections within reach; the address holds what narrows them. */
export function ListPage() {
  const { may } = useDesk()
  const matters = useMatters(useElections().list, useSearchParams())
  const actions = may('elections.open') && (
    <Button kind="primary" href={`${home}/new`}>
      登记选举
    </Button>
  )
  return (
    <Page title="选举" sub="首次选举、换届、补选、罢免和表决，从提名到上级批复" actions={actions}>
      <MatterList label="选举" home={home} states={workflow.states} {...matters} />
    </Page>
  )
}
