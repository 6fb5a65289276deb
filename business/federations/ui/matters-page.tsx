import { useSearchParams } from 'react-router'
import { useNow, usePages } from '../../../kit/api/index.ts'
import { MatterList, matterScope, optionsOf, Page, SelectField } from '../../../kit/index.ts'
import { type MatterKind, matterKinds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { home, title, useFederations } from './place.ts'

/** Projects, changes of grade, demonstration points and follow-ups; the address holds which. */
export function MattersPage() {
  const now = useNow()
  const [params, setParams] = useSearchParams()
  const [scope, setScope] = matterScope([params, setParams])
  const kind = (Object.keys(matterKinds) as MatterKind[]).find((one) => one === params.get('kind'))
  const list = usePages(useFederations().list, { scope, kind, limit: 50 })
  const name = kind ? matterKinds[kind] : '工联会办理的事'
  const choose = (next: string | undefined) => {
    const changed = new URLSearchParams(params)
    if (next) changed.set('kind', next)
    else changed.delete('kind')
    setParams(changed, { replace: true })
  }
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
        filters={
          <SelectField
            compact
            label="哪一类"
            placeholder="所有类别"
            value={kind}
            onChange={choose}
            options={optionsOf(matterKinds)}
          />
        }
      />
    </Page>
  )
}
