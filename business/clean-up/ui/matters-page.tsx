import { useSearchParams } from 'react-router'
import { useMatters } from '../../../kit/api/index.ts'
import { MatterList, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, title, useCleanUp } from './place.ts'

/** Findings that somebody has in hand, or has settled. */
export function MattersPage() {
  const matters = useMatters(useCleanUp().list, useSearchParams())
  return (
    <Page breadcrumb={[{ title, href: home }, { title: '核实中的' }]} title="核实中的问题">
      <MatterList
        label="核实中的问题"
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '没有在核实的问题', body: '从清单里接手一条，就会出现在这里。' }}
      />
    </Page>
  )
}
