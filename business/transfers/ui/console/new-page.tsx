import { useState } from 'react'
import { useDesk } from '../../../../kit/api/index.ts'
import { Card, ChoiceField, Form, Page, StateBlock } from '../../../../kit/index.ts'
import { DeathForm, ExpelForm, LeaveForm, ResumeForm, RetainForm } from './own-forms.tsx'
import { home } from './place.ts'
import { TransferForm } from './transfer-form.tsx'

const forms = {
  transfer: { title: '转会', hint: '换了单位', Body: TransferForm },
  retain: { title: '保留会籍', hint: '退休、下岗、失业', Body: RetainForm },
  resume: { title: '恢复会籍', hint: '保留期间又上班了', Body: ResumeForm },
  leave: { title: '退会', hint: '本人书面提出', Body: LeaveForm },
  expel: { title: '除名', hint: '严重犯罪，须报上级批准', Body: ExpelForm },
  died: { title: '去世', hint: '', Body: DeathForm },
} as const
type Change = keyof typeof forms

const isChange = (text: string): text is Change => text in forms

/** A change of membership, recorded by an officer: first which, then whom. */
export function NewPage() {
  const { may } = useDesk()
  const [kind, setKind] = useState<Change>('transfer')
  if (!may('transfers.request')) return <StateBlock kind="forbidden" />
  const { Body } = forms[kind]
  return (
    <Page breadcrumb={[{ title: '会籍变动', href: home }, { title: '登记' }]} title="登记会籍变动">
      <Card>
        <Form>
          <ChoiceField
            label="哪一种"
            value={kind}
            onChange={(next) => isChange(next) && setKind(next)}
            options={Object.entries(forms).map(([value, { title, hint }]) => ({ value, title, hint }))}
            required
          />
          <Body key={kind} />
        </Form>
      </Card>
    </Page>
  )
}
