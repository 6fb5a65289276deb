import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { useApi, useDesk, useRead } from '../../../kit/api/index.ts'
import { Page, StateBlock } from '../../../kit/index.ts'
import { AmountsCard } from './amounts-card.tsx'
import { HolidaysCard } from './holidays-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { TargetsCard } from './targets-card.tsx'

/** The dated rules everything is reckoned by. The system administrator edits them; everybody else reads. */
export default function Parameters() {
  const { may } = useDesk()
  const api = useApi('parameters', parameters)
  const rules = useRead(api.rules, {}, { enabled: may('parameters.read') })
  const values = useRead(api.values, {}, { enabled: may('parameters.read') })
  const targets = useRead(api.targets, {}, { enabled: may('parameters.read') })
  const canEdit = may('parameters.set')
  if (!may('parameters.read')) return <StateBlock kind="forbidden" />
  const broken = [rules, values, targets].find(({ state }) => state === 'error' || state === 'forbidden')
  const retry = () => {
    rules.retry()
    values.retry()
    targets.retry()
  }
  return (
    <Page
      title="办理期限和参数"
      sub={
        canEdit
          ? '改动从明天或以后起算；已经开始的事按原来的期限办。每次改动都留痕。'
          : '由系统管理员维护，这里只能看。'
      }
    >
      {rules.data && values.data && targets.data ? (
        <>
          <RulesCard rules={rules.data} values={values.data} canEdit={canEdit} />
          <AmountsCard values={values.data} canEdit={canEdit} />
          <TargetsCard targets={targets.data} canEdit={may('plan.read')} />
          <HolidaysCard values={values.data} canEdit={canEdit} />
        </>
      ) : (
        <StateBlock
          kind={broken ? (broken.state === 'forbidden' ? 'forbidden' : 'error') : 'loading'}
          action={broken?.state === 'error' ? { title: '再试一次', onDo: retry } : undefined}
        />
      )}
    </Page>
  )
}
