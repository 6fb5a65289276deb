import { useSearchParams } from 'react-router'
import { useDesk, useMatters } from '../../../../kit/api/index.ts'
import { Button, MatterList, Page, wordFilter } from '../../../../kit/index.ts'
import { kinds } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { home, useTransfers } from './place.ts'

/** What this union and those below have to answer, and what has been done; the address holds what narrows it. */
export function ListPage() {
  const { may } = useDesk()
  const address = useSearchParams()
  const [kind, filters] = wordFilter(address, { name: 'kind', words: kinds, label: '哪一种', all: '全部种类' })
  const matters = useMatters(useTransfers().list, address, { kind })
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
        {...matters}
        empty={{ title: '没有会籍变动', body: '职工在服务大厅提出的转会会出现在这里，也可以由您登记。' }}
        filters={filters}
      />
    </Page>
  )
}
