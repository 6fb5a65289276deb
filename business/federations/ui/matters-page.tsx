import { useSearchParams } from 'react-router'
import { useNow, usePages } from '../../../kit/api/index.ts'
import { MatterList, matterScope, Page, wordFilter } from '../../../kit/index.ts'
import { matterKinds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { home, title, useFederations } from './place.ts'

/** Projects, changes of grade, demonstration points and follow-ups; the address holds which. */
export function MattersPage() {
  const now = useNow()
  const address = useSearchParams()
  const [scope, setScope] = matterScope(address)
  const [kind, filters] = wordFilter(address, { name: 'kind', words: matterKinds, label: '哪一类', all: '所有类别' })
  const list = usePages(useFederations().list, { scope, kind, limit: 50 })
  const name = kind ? matterKinds[kind] : '工联会办理的事'
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: name }]}
      title={name}
      sub={kind === 'project' ? '申报、受理、评审、公示、授奖；从一个工联会的页面申报。' : undefined}
    >
      <MatterList
        label={name}
        home={home}
        states={workflow.states}
        now={now}
        scope={scope}
        onScope={setScope}
        list={list}
        empty={{ title: '这里还没有', body: '从工联会的页面申报项目、提出等级和示范点，会出现在这里。' }}
        filters={filters}
      />
    </Page>
  )
}
