import { useState } from 'react'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  CheckField,
  Columns,
  Fact,
  Facts,
  Figure,
  Figures,
  FormDialog,
  Link,
  NumberField,
  Stack,
} from '../../../kit/index.ts'
import { gradeWords } from '../rules/words.ts'
import { type Federation, home, matterHref, useFederations, yesNo } from './place.ts'

/** What the registers know of a federation. */
export function OverviewTab({ federation }: { federation: Federation }) {
  const { firms, workers, members, officers } = federation
  return (
    <Stack>
      <Figures>
        <Figure title="覆盖企业" value={firms} unit="家" />
        <Figure title="职工" value={workers} unit="人" sub="按企业登记的人数" />
        <Figure title="会员" value={members} unit="人" />
        <Figure title="委员" value={officers} unit="人" />
      </Figures>
      <Columns>
        <ParticularsCard federation={federation} />
        <GradesCard federation={federation} />
      </Columns>
      {federation.form === 'new_form' && <PlatformsCard federation={federation} />}
      {federation.openMatters.length > 0 && (
        <Card title="正在办的">
          <ul className="federation-list">
            {federation.openMatters.map((matter) => (
              <li key={matter.id}>
                <Link href={matterHref(matter.id)}>{matter.title}</Link> <span className="nf-soft">{matter.state}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  )
}

function ParticularsCard({ federation }: { federation: Federation }) {
  const { may } = useDesk()
  const [isEditing, setEditing] = useState(false)
  const { officeArea } = federation
  return (
    <Card
      title="基本情况"
      actions={may('federations.keep') && <Button onClick={() => setEditing(true)}>登记办公面积、账户</Button>}
    >
      <Facts>
        <Fact term="主席">{federation.chair}</Fact>
        <Fact term="本届任期到">{federation.termUntil}</Fact>
        <Fact term="办公面积">{officeArea === null ? null : `${officeArea} 平方米`}</Fact>
        <Fact term="经费账户">{yesNo(federation.hasAccount)}</Fact>
        {federation.foundedOn && <Fact term="成立日期">{federation.foundedOn}</Fact>}
        {federation.form === 'new_form' && <Fact term="代表">{federation.delegates} 人</Fact>}
      </Facts>
      {isEditing && <ProfileDialog federation={federation} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function ProfileDialog({ federation, onClose }: { federation: Federation; onClose: () => void }) {
  const start = {
    id: federation.id,
    officeArea: federation.officeArea ?? undefined,
    hasAccount: federation.hasAccount ?? false,
  }
  const form = useForm(useFederations().saveProfile, start)
  return (
    <FormDialog title="办公面积和经费账户" submit="登记" said="已登记" form={form} onClose={onClose}>
      <NumberField label="办公面积" unit="平方米" {...form.amount('officeArea')} required />
      <CheckField checked={form.values.hasAccount ?? false} onChange={(hasAccount) => form.set({ hasAccount })}>
        有独立的经费账户
      </CheckField>
    </FormDialog>
  )
}

function GradesCard({ federation }: { federation: Federation }) {
  return (
    <Card title="等级" actions={<Link href={`${home}/criteria`}>各级标准</Link>}>
      <Facts>
        <Fact term="现在">{gradeWords(federation.grade)}</Fact>
        <Fact term="这一级的标准">{federation.criteria ?? '区总工会还没有登记，待确认'}</Fact>
      </Facts>
      {federation.gradeHistory.length > 0 && (
        <ul className="federation-list">
          {federation.gradeHistory.map((change) => (
            <li key={change.id}>
              <Link href={matterHref(change.id)}>{change.on}</Link> {gradeWords(change.from)}调整为
              {gradeWords(change.to)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function PlatformsCard({ federation }: { federation: Federation }) {
  return (
    <Card title="会员按职业" sub="由人员登记册算出">
      <Facts>
        {federation.platforms.map(({ kind, members }) => (
          <Fact key={kind} term={kind}>
            {members} 人
          </Fact>
        ))}
      </Facts>
      {federation.platforms.length === 0 && <p className="nf-soft">登记册里还没有新就业形态会员。</p>}
    </Card>
  )
}
