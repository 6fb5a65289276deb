import { useSearchParams } from 'react-router'
import { useMatters } from '../../../kit/api/index.ts'
import { MatterList, Page, wordFilter } from '../../../kit/index.ts'
import { matterKinds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { home, title, useFederations } from './place.ts'

/** Projects, changes of grade, demonstration points and follow-ups; the address holds which. */
export function MattersPage() {
  const address = useSearchParams()
  const [kind, filters] = wordFilter(address, { name: 'kind', words: matterKinds, label: '哪一类', all: '所有类别' })
  const matters = useMatters(useFederations().list, address, { kind })
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
        {...matters}
        empty={{ title: '这里还没有', body: '从工联会的页面申报项目、提出等级和示范点，会出现在这里。' }}
        filters={filters}
      />
    </Page>
  )
}
