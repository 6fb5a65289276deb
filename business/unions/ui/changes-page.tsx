import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../kit/api/index.ts'
import { Button, MatterList, Page } from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, useUnions } from './place.ts'

/** All changes within reach. */
export function ChangesPage() {
  const { may } = useDesk()
  const matters = useMatters(useUnions().list, useSearchParams())
  const actions = may('unions.request') && (
    <Button kind="primary" href={`${home}/new`}>
      申请变更
    </Button>
  )
  return (
    <Page breadcrumb={[{ title: '工会台账', href: home }, { title: '变更办理' }]} title="工会变更" actions={actions}>
      <MatterList
        label="工会变更"
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '没有在办的变更', body: '变更、延期、换证、补证、撤销和合并，从工会的页面或右上角申请。' }}
      />
    </Page>
  )
}
