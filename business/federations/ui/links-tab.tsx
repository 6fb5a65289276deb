import { useState } from 'react'
import { NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Card, type Column, DataTable, Link, Stack, Tag } from '../../../kit/index.ts'
import { ActivitiesTable, ActivityDialog } from './activity-dialog.tsx'
import { EndLinkDialog } from './end-dialogs.tsx'
import { federationHref, type Links, useFederations } from './place.ts'

type One = Links['links'][number]

/** The pairs and groups a federation takes part in. */
export function LinksTab({ id }: { id: string }) {
  const { data, state, retry } = useRead(useFederations().links, { orgId: id })
  return data ? <LinksCards data={data} /> : <NotYet state={state} retry={retry} />
}

export function LinksCards({ data }: { data: Links }) {
  const { may } = useDesk()
  const [held, setHeld] = useState<One>()
  const [ending, setEnding] = useState<One>()
  const columns: Column<One>[] = [
    {
      title: '名称',
      cell: (link) => (
        <>
          {link.name} {link.endedOn && <Tag tone="quiet">{`${link.endedOn} 结束`}</Tag>}
        </>
      ),
    },
    { title: '街道', cell: (link) => link.street },
    {
      title: '工联会',
      cell: (link) => (
        <span className="federation-tags">
          {link.members.map((member) => (
            <Link key={member.id} href={federationHref(member.id)}>
              {member.name}
            </Link>
          ))}
        </span>
      ),
    },
    { title: '一起做什么', cell: (link) => link.theme },
    { title: '开始', cell: (link) => link.sinceOn },
    { title: '活动', align: 'right', cell: (link) => link.activities },
    ...(may('federations.link')
      ? [
          {
            title: '办理',
            cell: (link: One) =>
              !link.endedOn && (
                <span className="federation-tags">
                  <Button onClick={() => setHeld(link)}>登记活动</Button>
                  <Button onClick={() => setEnding(link)}>结束</Button>
                </span>
              ),
          },
        ]
      : []),
  ]
  return (
    <Stack>
      <Card title="互联互动">
        <DataTable
          label="互联互动"
          columns={columns}
          rows={data.links}
          rowKey={(link) => link.id}
          empty="还没有互联互动"
        />
      </Card>
      <Card title="联合活动">
        <ActivitiesTable rows={data.activities} />
      </Card>
      {ending && <EndLinkDialog link={ending} onClose={() => setEnding(undefined)} />}
      {held && <ActivityDialog of={{ linkId: held.id }} name={held.name} onClose={() => setHeld(undefined)} />}
    </Stack>
  )
}
