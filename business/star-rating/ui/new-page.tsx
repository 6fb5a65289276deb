import './star-rating.css'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { NotYet, useDesk, useForm, useRead, useUploads } from '../../../kit/api/index.ts'
import { Attachments, Button, Card, Form, Notice, Page, StateBlock, UnionField, useSay } from '../../../kit/index.ts'
import { blankPage, DeclaredFields, declaredOf } from './declared-fields.tsx'
import { ItemsCard } from './items-card.tsx'
import { home, hrefOf, useRatings } from './place.ts'

/** A union asks to be rated: first what the records say, then the one page it writes itself. */
export function NewPage() {
  const { may } = useDesk()
  return may('star-rating.apply') ? <New /> : <StateBlock kind="forbidden" />
}

function New() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useForm(useRatings().apply, { declared: [] })
  const uploads = useUploads()
  const [page, setPage] = useState(blankPage)
  const { data: table } = useRead(useRatings().table, {})
  const most = Object.fromEntries((table?.items ?? []).map(({ item, maxTenths }) => [item, maxTenths]))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (uploads.isSending) return
    const done = await form.submit({ declared: declaredOf(page), files: uploads.ids })
    if (!done) return
    say(`已申报，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  return (
    <Page
      breadcrumb={[{ title: '星级工会', href: home }, { title: '申报' }]}
      title="申报星级"
      sub="自愿申报，不报也不影响任何服务。"
    >
      <form className="star-form" onSubmit={submit} noValidate>
        <Card title="哪个工会">
          <Form>
            <UnionField
              label="工会"
              onChange={(union) => form.set({ orgId: union?.id })}
              error={form.errorAt('orgId')}
              required
            />
          </Form>
        </Card>
        {form.values.orgId && <Records key={form.values.orgId} orgId={form.values.orgId} />}
        <Card title="工会自己写的一页" sub="写事情，不写人名；可以留空">
          <Form>
            <DeclaredFields page={page} most={most} onChange={setPage} error={form.errorAt('declared')} />
            <Attachments label="材料（可不填）" hint="通知、照片、会议记录" max={10} {...uploads} />
          </Form>
        </Card>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <div className="star-submit">
          <Button kind="primary" type="submit" busy={form.busy} why={uploads.why}>
            申报
          </Button>
          <Button href={home}>先不报</Button>
        </div>
      </form>
    </Page>
  )
}

/** What the records say today, so that nobody writes what is known. */
function Records({ orgId }: { orgId: string }) {
  const { data, state, retry } = useRead(useRatings().preview, { orgId })
  const navigate = useNavigate()
  if (!data) return <NotYet state={state} retry={retry} />
  return (
    <>
      {data.openId && (
        <Notice tone="watch" action={{ title: '打开那一件', onDo: () => void navigate(hrefOf(data.openId ?? '')) }}>
          这个工会正在评星，不用再报。
        </Notice>
      )}
      {data.veto && <Notice tone="bad">{`现在会一票否决：${data.veto}。先解决，再申报。`}</Notice>}
      <ItemsCard items={data.items} computedOn={data.items[0]?.asOf ?? null} />
    </>
  )
}
