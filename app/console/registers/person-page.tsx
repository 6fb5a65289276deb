import { useParams } from 'react-router'
import type { z } from 'zod'
import { contract as people } from '../../../kernel/people/contract.ts'
import { idKinds, type revealable, sexes, stages } from '../../../kernel/people/words.ts'
import { useAct, useApi, useRead } from '../../../kit/api/index.ts'
import {
  Card,
  type Column,
  Columns,
  DataTable,
  dayWords,
  Fact,
  Facts,
  Masked,
  Page,
  Stack,
  Tag,
} from '../../../kit/index.ts'
import { ForHolders, OneRecord, RegisterLink } from './one-record.tsx'
import { ReleasePhone } from './release-phone.tsx'

type Person = z.output<typeof people.get.output>

/** One person as the register knows him: masked, opened only with a reason. */
export default function PersonPage() {
  return (
    <ForHolders of="people.read">
      <Read />
    </ForHolders>
  )
}

function Read() {
  const { id = '' } = useParams()
  const read = useRead(useApi('people', people).get, { id })
  return (
    <OneRecord read={read} what="这个人">
      {(person) => <Record key={person.id} person={person} />}
    </OneRecord>
  )
}

function Record({ person }: { person: Person }) {
  return (
    <Page
      breadcrumb={[{ title: '人员' }, { title: person.orgName }]}
      title={person.name}
      badges={
        <>
          <Tag tone={person.stage === 'member' ? 'green' : 'quiet'}>{stages[person.stage]}</Tag>
          {person.isNewForm && <Tag>新就业形态</Tag>}
        </>
      }
      actions={person.canReleasePhone && <ReleasePhone person={person} />}
    >
      <Columns wide>
        <Stack>
          <IdentityCard person={person} />
          <PostsCard posts={person.posts} />
        </Stack>
        <Stack>
          <PlaceCard person={person} />
          <WayCard person={person} />
        </Stack>
      </Columns>
    </Page>
  )
}

function IdentityCard({ person }: { person: Person }) {
  const { sex, birthOn, age, idKind } = person
  return (
    <Card title="身份">
      <Facts>
        <Fact term="性别">{sexes[sex]}</Fact>
        <Fact term="出生">{birthOn && `${dayWords(birthOn)}${age === null ? '' : `，${age} 岁`}`}</Fact>
        <Fact term="证件">{idKinds[idKind]}</Fact>
        <Fact term="证件号码">
          <Covered person={person} field="id_number" what="证件号码" value={person.idNumber} />
        </Fact>
        <Fact term="手机号">
          <Covered person={person} field="phone" what="手机号" value={person.phone} />
        </Fact>
      </Facts>
    </Card>
  )
}

interface CoveredProps {
  person: Person
  field: keyof typeof revealable
  what: string
  value: string | null
}

function Covered({ person, field, what, value }: CoveredProps) {
  const reveal = useAct(useApi('people', people).reveal)
  if (value === null) return <span className="nf-soft">未填</span>
  if (!person.canReveal) return value
  return (
    <Masked
      what={what}
      value={value}
      onReveal={async (reason) => (await reveal({ id: person.id, field, reason })).value}
    />
  )
}

function PlaceCard({ person }: { person: Person }) {
  const { enterpriseId, enterpriseName, orgPath, orgName, occupation } = person
  return (
    <Card title="在哪里">
      <Facts>
        <Fact term="工会">
          <RegisterLink needs="orgs.read" href={`/console/orgs/${encodeURIComponent(orgPath)}`}>
            {orgName}
          </RegisterLink>
        </Fact>
        <Fact term="单位">
          {enterpriseId && (
            <RegisterLink needs="enterprises.read" href={`/console/enterprises/${enterpriseId}`}>
              {enterpriseName}
            </RegisterLink>
          )}
        </Fact>
        <Fact term="职业">{occupation}</Fact>
      </Facts>
    </Card>
  )
}

function WayCard({ person }: { person: Person }) {
  const { collectedOn, verifiedOn, joinedOn, leftOn } = person
  const on = (day: string | null, none: string) => (day ? dayWords(day) : <span className="nf-soft">{none}</span>)
  return (
    <Card title="入会经过">
      <Facts>
        <Fact term="采集">{on(collectedOn, '没有日期')}</Fact>
        <Fact term="认证">{on(verifiedOn, '还没有认证')}</Fact>
        <Fact term="入会">{on(joinedOn, '还没有入会')}</Fact>
        {leftOn && <Fact term="离会">{dayWords(leftOn)}</Fact>}
      </Facts>
    </Card>
  )
}

const postColumns: Column<Person['posts'][number]>[] = [
  { title: '职务', cell: ({ title, roleTitle }) => title || roleTitle },
  { title: '工会', cell: ({ orgName }) => orgName },
  {
    title: '任期',
    cell: ({ validFrom, validTo }) => `${dayWords(validFrom)}${validTo ? `至${dayWords(validTo)}前` : '起'}`,
  },
]

const PostsCard = ({ posts }: { posts: Person['posts'] }) => (
  <Card title="职务">
    {posts.length > 0 ? (
      <DataTable label="职务" columns={postColumns} rows={posts} rowKey={({ id }) => id} />
    ) : (
      <p className="nf-soft">没有担任职务。</p>
    )}
  </Card>
)
