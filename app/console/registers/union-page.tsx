import { useParams } from 'react-router'
import type { z } from 'zod'
import { contract as orgs } from '../../../kernel/org/contract.ts'
import { forms, kinds } from '../../../kernel/org/words.ts'
import { NotYet, useApi, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Card, Columns, type Crumb, dayWords, Fact, Facts, Link, Page, Tag } from '../../../kit/index.ts'
import { ForHolders, OneRecord } from './one-record.tsx'

type Union = z.output<typeof orgs.get.output>

/** One union of the tree: what it is, what it was called, what stands below it. */
export default function UnionPage() {
  return (
    <ForHolders of="orgs.read">
      <Read />
    </ForHolders>
  )
}

function Read() {
  const { path = '' } = useParams()
  const read = useRead(useApi('orgs', orgs).get, { path })
  return (
    <OneRecord read={read} what="这个工会">
      {(union) => <Record union={union} />}
    </OneRecord>
  )
}

function Record({ union }: { union: Union }) {
  const { may } = useDesk()
  return (
    <Page
      breadcrumb={useCrumbs(union)}
      title={union.name}
      badges={<Tag tone="quiet">{kinds[union.kind]}</Tag>}
      actions={
        may('appeals.read') && (
          <Button href={`/console/appeals?place=${encodeURIComponent(union.path)}`}>看这里的诉求</Button>
        )
      }
    >
      <Columns>
        <AboutCard union={union} />
        <BelowCard path={union.path} />
      </Columns>
    </Page>
  )
}

/** Those above, from the district down. */
function useCrumbs({ path }: Union): Crumb[] {
  const { data = [] } = useRead(useApi('orgs', orgs).path, { path })
  const above = data.filter((one) => one.path !== path)
  return [{ title: '工会' }, ...above.map((one) => ({ title: one.name, href: hrefOf(one.path) }))]
}

const hrefOf = (path: string): string => `/console/orgs/${encodeURIComponent(path)}`

function AboutCard({ union }: { union: Union }) {
  const { form, foundedOn, creditCode, validTo, formerNames } = union
  return (
    <Card title="基本情况">
      <Facts>
        {form && <Fact term="组织形式">{forms[form]}</Fact>}
        <Fact term="成立">{foundedOn && dayWords(foundedOn)}</Fact>
        <Fact term="信用代码">{creditCode}</Fact>
        {validTo && <Fact term="撤销">{dayWords(validTo)}</Fact>}
        {formerNames.length > 0 && (
          <Fact term="曾用名">
            {formerNames.map(({ name, until }) => (
              <div key={name}>
                {name}
                {until && `（到 ${dayWords(until)}）`}
              </div>
            ))}
          </Fact>
        )}
      </Facts>
    </Card>
  )
}

function BelowCard({ path }: { path: string }) {
  const { data, state, retry } = useRead(useApi('orgs', orgs).tree, { parentPath: path, limit: 200 })
  if (!data) return <NotYet state={state} retry={retry} />
  return (
    <Card
      title="下级工会"
      sub={data.rows.length > 0 ? `${data.rows.length}${data.next ? ' 个以上' : ' 个'}` : undefined}
    >
      {data.rows.length === 0 && <p className="nf-soft">没有下级工会。</p>}
      <ul className="below">
        {data.rows.map((one) => (
          <li key={one.path}>
            <Link href={hrefOf(one.path)}>{one.name}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
