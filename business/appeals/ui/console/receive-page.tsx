import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useForm, useUploads } from '../../../../kit/api/index.ts'
import { Attachments, Button, Card, Columns, Form, Notice, Page, StateBlock, useSay } from '../../../../kit/index.ts'
import { ReceiveEmployer } from './receive-employer.tsx'
import { ReceiveContact, ReceiveDetails, ReceiveSource, ReceiveStory } from './receive-fields.tsx'
import { useAppeals } from './use-appeals.ts'
import { home, hrefOf } from './words.ts'

const MAX_FILES = 20

/** What came in at a window, by phone or by letter, typed in by an officer; the words are read while they are typed. */
export function ReceivePage() {
  const { may } = useDesk()
  if (!may('appeals.receive')) return <StateBlock kind="forbidden" />
  return (
    <Page breadcrumb={[{ title: '职工诉求', href: home }, { title: '登记' }]} title="登记诉求">
      <Receive />
    </Page>
  )
}

function Receive() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useForm(useAppeals().receive, { channel: 'window' as const })
  const uploads = useUploads()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (uploads.isSending) return
    const done = await form.submit({ files: uploads.ids })
    if (!done) return
    say(`已登记，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  return (
    <form className="appeal-form" onSubmit={submit} noValidate>
      <Columns wide>
        <Card title="发生了什么">
          <Form>
            <ReceiveStory form={form} />
            <ReceiveDetails form={form} />
            <Attachments label="材料（可不填）" hint="证据、转办单的照片或文件" max={MAX_FILES} {...uploads} />
          </Form>
        </Card>
        <Card title="谁，从哪里来">
          <Form>
            <ReceiveSource form={form} />
            <ReceiveEmployer form={form} />
            <ReceiveContact form={form} />
          </Form>
        </Card>
      </Columns>
      {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      <Submit busy={form.busy} why={uploads.why} />
    </form>
  )
}

function Submit({ busy, why }: { busy: boolean; why: string | undefined }) {
  return (
    <div className="appeal-columns">
      <Button kind="primary" type="submit" busy={busy} why={why}>
        登记
      </Button>
      <Button href={home}>先不登记</Button>
    </div>
  )
}
