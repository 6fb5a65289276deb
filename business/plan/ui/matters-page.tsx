import { useSearchParams } from 'react-router'
import { useNow, usePages } from '../../../kit/api/index.ts'
import { MatterList, matterScope, Page, wordFilter } from '../../../kit/index.ts'
import { matterKinds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { home, title, usePlan } from './place.ts'

const subs = {
  task: undefined,
  adjustment: '目标数、季度、牵头部室的调整由部室提出、领导批准；从目标或任务的页面提出。',
  supervision: '节点逾期或预计完不成时自动发起，只问负责人一次；进展正常的不问。',
} as const

/** Tasks, adjustments and supervisions in hand or closed; the address holds which. */
export function MattersPage() {
  const now = useNow()
  const address = useSearchParams()
  const [scope, setScope] = matterScope(address)
  const [kind, filters] = wordFilter(address, { name: 'kind', words: matterKinds, label: '哪一类', all: '所有类别' })
  const list = usePages(usePlan().list, { scope, kind, limit: 50 })
  const name = kind ? matterKinds[kind] : '任务、调整和督办'
  return (
    <Page breadcrumb={[{ title, href: home }, { title: name }]} title={name} sub={kind && subs[kind]}>
      <MatterList
        label={name}
        home={home}
        states={workflow.states}
        now={now}
        scope={scope}
        onScope={setScope}
        list={list}
        empty={{ title: '这里还没有' }}
        filters={filters}
        more={(row) => [`${row.year} 年`]}
      />
    </Page>
  )
}
