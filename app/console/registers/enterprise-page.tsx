import { useParams } from 'react-router'
import type { z } from 'zod'
import { contract as enterprises } from '../../../kernel/enterprises/contract.ts'
import { bands, headcountSources, industries, lives } from '../../../kernel/enterprises/words.ts'
import { useApi, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Card, Columns, dayWords, Fact, Facts, figureWords, Page, Tag } from '../../../kit/index.ts'
import { ForHolders, OneRecord, RegisterLink } from './one-record.tsx'

type Enterprise = z.output<typeof enterprises.get.output>

/** One employer as the register knows it. */
export default function EnterprisePage() {
  return (
    <ForHolders of="enterprises.read">
      <Read />
    </ForHolders>
  )
}

function Read() {
  const { id = '' } = useParams()
  const read = useRead(useApi('enterprises', enterprises).get, { id })
  return (
    <OneRecord read={read} what="这家单位">
      {(enterprise) => <Record enterprise={enterprise} />}
    </OneRecord>
  )
}

function Record({ enterprise }: { enterprise: Enterprise }) {
  const { name, place, life, isNewForm } = enterprise
  const { may } = useDesk()
  const appeals = `/console/appeals?scope=all&text=${encodeURIComponent(name)}`
  return (
    <Page
      breadcrumb={[{ title: '企业' }, { title: place }]}
      title={name}
      badges={
        <>
          <Tag tone={life === 'alive' ? 'green' : 'honey'}>{lives[life]}</Tag>
          {isNewForm && <Tag>新就业形态</Tag>}
        </>
      }
      actions={may('appeals.read') && <Button href={appeals}>看这家单位的诉求</Button>}
    >
      <Columns>
        <PeopleCard enterprise={enterprise} />
        <RegisteredCard enterprise={enterprise} />
      </Columns>
    </Page>
  )
}

function PeopleCard({ enterprise }: { enterprise: Enterprise }) {
  const { headcount, headcountOn, headcountSource, band, unionName, unionPath } = enterprise
  return (
    <Card title="职工和工会">
      <Facts>
        <Fact term="职工人数" note={`${headcountSources[headcountSource]}，${dayWords(headcountOn)}`}>
          {figureWords(headcount)} 人
        </Fact>
        <Fact term="规模">{bands[band]}</Fact>
        <Fact term="工会">
          {unionName && unionPath ? (
            <RegisterLink needs="orgs.read" href={`/console/orgs/${encodeURIComponent(unionPath)}`}>
              {unionName}
            </RegisterLink>
          ) : (
            (unionName ?? '还没有建会')
          )}
        </Fact>
      </Facts>
    </Card>
  )
}

function RegisteredCard({ enterprise }: { enterprise: Enterprise }) {
  const { address, place, industry, creditCode, openedOn, closedOn } = enterprise
  return (
    <Card title="登记">
      <Facts>
        <Fact term="信用代码">{creditCode}</Fact>
        <Fact term="行业">{industries[industry]}</Fact>
        <Fact term="地方">{place}</Fact>
        <Fact term="地址">{address}</Fact>
        <Fact term="开业">{dayWords(openedOn)}</Fact>
        {closedOn && <Fact term="结束">{dayWords(closedOn)}</Fact>}
      </Facts>
    </Card>
  )
}
