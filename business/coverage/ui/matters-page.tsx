import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../kit/api/index.ts'
import { Button, MatterList, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, useCoverage } from './place.ts'

/** All exclusions within reach: proposed, in force, over. */
export function MattersPage() {
  const { may } = useDesk()
  const matters = useMatters(useCoverage().list, useSearchParams())
  const actions = may('coverage.propose') && (
    <Button kind="primary" href={`${home}/new`}>
      提出不计
    </Button>
  )
  return (
    <Page
      breadcrumb={[{ title: '建会覆盖', href: home }, { title: '列入不计事项' }]}
      title="列入不计事项"
      sub="在办的含已经批准、还没到恢复日期的"
      actions={actions}
    >
      <MatterList
        label="列入不计事项"
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '没有列入不计的事项', body: '提出后，由上一级工会批准。' }}
      />
    </Page>
  )
}
