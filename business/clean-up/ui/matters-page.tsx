import { useSearchParams } from 'react-router'
import { useNow, usePages } from '../../../kit/api/index.ts'
import { MatterList, matterScope, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, title, useCleanUp } from './place.ts'

/** Findings that somebody has in hand, or has settled. */
export function MattersPage() {
  const now = useNow()
  const [scope, setScope] = matterScope(useSearchParams())
  const list = usePages(useCleanUp().list, { scope, limit: 50 })
  return (
    <Page breadcrumb={[{ title, href: home }, { title: '核实中的' }]} title="核实中的问题">
      <MatterList
        label="核实中的问题"
        home={home}
        states={workflow.states}
        now={now}
        scope={scope}
        onScope={setScope}
        list={list}
        empty={{ title: '没有在核实的问题', body: '从清单里接手一条，就会出现在这里。' }}
      />
    </Page>
  )
}
