import { useSearchParams } from 'react-router'
import { useDesk, useNow, usePages } from '../../../kit/api/index.ts'
import { Button, MatterList, matterScope, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, useCoverage } from './place.ts'

/** All exclusions within reach: proposed, in force, over. */
export function MattersPage() {
  const now = useNow()
  const { may } = useDesk()
  const [scope, setScope] = matterScope(useSearchParams())
  const list = usePages(useCoverage().list, { scope, limit: 50 })
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
        now={now}
        scope={scope}
        onScope={setScope}
        list={list}
        empty={{ title: '没有列入不计的事项', body: '提出后，由上一级工会批准。' }}
      />
    </Page>
  )
}
