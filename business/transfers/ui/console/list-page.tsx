import { useSearchParams } from 'react-router'
import { useDesk, useNow, usePages } from '../../../../kit/api/index.ts'
import { Button, MatterList, matterScope, optionsOf, Page, SelectField } from '../../../../kit/index.ts'
import { type Kind, kinds } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { home, useTransfers } from './place.ts'

const isKind = (text: string | null): text is Kind => text !== null && text in kinds

/** What this union and those below have to answer, and what has been done; the address holds what narrows it. */
export function ListPage() {
  const now = useNow()
  const { may } = useDesk()
  const [params, setParams] = useSearchParams()
  const [scope, setScope] = matterScope([params, setParams])
  const asked = params.get('kind')
  const kind = isKind(asked) ? asked : undefined
  const list = usePages(useTransfers().list, { scope, kind, limit: 50 })
  const chooseKind = (next: string | undefined) => {
    const changed = new URLSearchParams(params)
    if (next) changed.set('kind', next)
    else changed.delete('kind')
    setParams(changed, { replace: true })
  }
  return (
    <Page
      title="会籍变动"
      sub="原工会不答复，到期自动转出；新工会不答复，到期转上一级。"
      actions={
        may('transfers.request') && (
          <Button kind="primary" href={`${home}/new`}>
            登记
          </Button>
        )
      }
    >
      <MatterList
        label="会籍变动"
        home={home}
        states={workflow.states}
        now={now}
        scope={scope}
        onScope={setScope}
        list={list}
        empty={{ title: '没有会籍变动', body: '职工在服务大厅提出的转会会出现在这里，也可以由您登记。' }}
        filters={
          <SelectField
            label="哪一种"
            compact
            value={kind}
            onChange={chooseKind}
            options={optionsOf(kinds)}
            placeholder="全部种类"
          />
        }
      />
    </Page>
  )
}
