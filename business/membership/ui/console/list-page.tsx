import './membership.css'
import { useSearchParams } from 'react-router'
import { useDesk, useNow, usePages } from '../../../../kit/api/index.ts'
import {
  Button,
  Card,
  CaseTable,
  FilterBar,
  matterScope,
  optionsOf,
  Page,
  Segments,
  SelectField,
  useNavigation,
} from '../../../../kit/index.ts'
import { type Way, ways } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { home, useMembership } from './place.ts'

const scopes = [
  { value: 'open', title: '在办' },
  { value: 'closed', title: '已办结' },
  { value: 'all', title: '全部' },
]
const isWay = (text: string | null): text is Way => text !== null && text in ways

/** Applications by their clock; the address holds what narrows them. */
export function ListPage() {
  const now = useNow()
  const navigate = useNavigation()
  const [params, setParams] = useSearchParams()
  const [scope, setScope] = matterScope([params, setParams])
  const asked = params.get('way')
  const way = isWay(asked) ? asked : undefined
  const list = usePages(useMembership().list, { scope, way, limit: 50 })
  const chooseWay = (next: string | undefined) => {
    const changed = new URLSearchParams(params)
    if (next) changed.set('way', next)
    else changed.delete('way')
    setParams(changed, { replace: true })
  }
  const rows = list.rows.map((row) => ({
    id: row.id,
    href: `${home}/${row.id}`,
    title: row.title,
    context: [
      row.place,
      row.number,
      workflow.states[row.state],
      row.newFormTitle,
      row.isJuvenile && '未成年工',
      row.escalations > 0 && `上报 ${row.escalations} 次`,
    ]
      .filter(Boolean)
      .join(' · '),
    clock: row.nextDueAt ? { due: row.nextDueAt } : undefined,
    verb: { title: '打开', onDo: () => navigate(`${home}/${row.id}`) },
  }))
  return (
    <Page title="入会" sub="三个工作日内答复；到期没有审核，自动上报上一级。" actions={<Actions />}>
      <FilterBar>
        <Segments
          label="范围"
          value={scope}
          onChange={(next) => setScope(next === 'closed' || next === 'all' ? next : 'open')}
          options={scopes}
        />
        <SelectField
          compact
          label="加入哪种工会"
          placeholder="全部"
          value={way}
          onChange={chooseWay}
          options={optionsOf(ways)}
        />
      </FilterBar>
      <Card>
        <CaseTable
          label="入会申请"
          rows={rows}
          now={now}
          state={list.state}
          onRetry={list.retry}
          hide={['line', 'source']}
          empty={{ title: '没有入会申请', body: '职工在服务大厅提出的申请会出现在这里，窗口和纸质的由您登记。' }}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
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
