import { useSearchParams } from 'react-router'
import { useMatters } from '../../../kit/api/index.ts'
import { MatterList, Page, wordFilter } from '../../../kit/index.ts'
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
  const address = useSearchParams()
  const [kind, filters] = wordFilter(address, { name: 'kind', words: matterKinds, label: '哪一类', all: '所有类别' })
  const matters = useMatters(usePlan().list, address, { kind })
  const name = kind ? matterKinds[kind] : '任务、调整和督办'
  return (
    <Page breadcrumb={[{ title, href: home }, { title: name }]} title={name} sub={kind && subs[kind]}>
      <MatterList
        label={name}
        home={home}
        states={workflow.states}
        {...matters}
        empty={{ title: '这里还没有' }}
        filters={filters}
        more={(row) => [`${row.year} 年`]}
      />
    </Page>
  )
}
