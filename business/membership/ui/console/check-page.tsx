import { useState } from 'react'
import type { z } from 'zod'
import { useDesk, useForm } from '../../../../kit/api/index.ts'
import { Button, Card, Form, Notice, Page, StateBlock, TextField } from '../../../../kit/index.ts'
import type { contract } from '../../contract.ts'
import { standings } from '../../rules/words.ts'
import { home, useMembership } from './place.ts'

type Checked = z.output<typeof contract.checkCard.output>

/** Is the card that is shown valid now? */
export function CheckPage() {
  const { may } = useDesk()
  return may('membership.checkCard') ? <Check /> : <StateBlock kind="forbidden" />
}

function Check() {
  const form = useForm(useMembership().checkCard, {})
  const [answer, setAnswer] = useState<Checked>()
  const submit = async () => {
    setAnswer(undefined)
    const done = await form.submit()
    if (!done) return
    setAnswer(done)
    form.set({ code: '' })
  }
  return (
    <Page
      breadcrumb={[{ title: '入会', href: home }, { title: '核验会员证' }]}
      title="核验会员证"
      sub="用扫码枪扫，或输入会员号、空格、六位校验码。核验只记谁核的，不记地点和用途。"
    >
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <Form>
            <TextField label="二维码内容，或会员号和校验码" max={600} autoComplete="off" {...form.text('code')} />
            <div>
              <Button kind="primary" busy={form.busy} onClick={() => void submit()}>
                核验
              </Button>
            </div>
            {form.problem && <Notice tone="bad">{form.problem}</Notice>}
            {answer && <Answer answer={answer} />}
          </Form>
        </form>
      </Card>
    </Page>
  )
}

const Answer = ({ answer }: { answer: Checked }) =>
  answer.isValid ? (
    <Notice tone="good" title="有效">
      {[answer.name, answer.unionName, answer.standing && standings[answer.standing]].filter(Boolean).join(' · ')}
    </Notice>
  ) : (
    <Notice tone="bad" title="无效">
      {answer.why}
    </Notice>
  )
