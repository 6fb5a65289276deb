import './membership.css'
import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../../kit/api/index.ts'
import { Button, MatterList, Page, wordFilter } from '../../../../kit/index.ts'
import { ways } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { home, useMembership } from './place.ts'

/** Applications by their clock; the address holds what narrows them. */
export function ListPage() {
  const address = useSearchParams()
  const [way, filters] = wordFilter(address, { name: 'way', words: ways, label: '加入哪种工会', all: '全部' })
  const matters = useMatters(useMembership().list, address, { way })
  return (
    <Page title="入会" sub="三个工作日内答复；到期没有审核，自动上报上一级。" actions={<Actions />}>
      <MatterList
        label="入会申请"
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '没有入会申请', body: '职工在服务大厅提出的申请会出现在这里，窗口和纸质的由您登记。' }}
        filters={filters}
        more={(row) => [
          row.newFormTitle,
          row.isJuvenile && '未成年工',
          row.escalations > 0 && `上报 ${row.escalations} 次`,
        ]}
      />
    </Page>
  )
}

function Actions() {
  const { may } = useDesk()
  return (
    <div className="member-actions">
      <Button href={`${home}/register`}>会员登记册</Button>
      <Button href={`${home}/pool`}>会员池</Button>
      {may('membership.receive') && (
        <Button kind="primary" href={`${home}/new`}>
          登记入会
        </Button>
      )}
    </div>
  )
}
