import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { receiveDocument, recordDocument } from '../../kernel/documents/documents.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

/** A line with one figure that counts the streets, three of them: something to be right or wrong about. */
const streets = {
  ...figures,
  slug: 'streets',
  title: '街道',
  contract: {},
  handlers: {},
  permissions: {},
  indicators: {
    founded: {
      title: '街道总工会',
      unit: '家',
      kind: 'stock',
      fold: 'count',
      definition: '在册的街道总工会',
      owner: '组织建设部',
      opens: '/orgs/{record}',
      rows: (tx, federationId) =>
        tx
          .selectFrom('orgs')
          .select(['id as record', 'path as org_path'])
          .select([sql<string>`'2004-08-01T00:00:00Z'::timestamptz`.as('at'), sql<number>`1`.as('value')])
          .where('federation_id', '=', federationId)
          .where('kind', '=', 'street'),
    },
  },
} satisfies typeof figures

/** The small district with a figure, and people at their desks. */
export async function openReportCheck() {
  const district = await openSmall([line, streets, figures])
  const as = (person: SmallPerson) => district.as(person.actor, line, contract)

  /** A file on its way in, as the upload door takes it. */
  async function upload(person: SmallPerson, name: string, bytes: Uint8Array): Promise<string> {
    const received = await receiveDocument(district.house, name, Readable.from([bytes]))
    return inTransaction(district.db, standingOf(person.actor), async (tx) => {
      const { id } = await recordDocument(newCtx(district.house, person.actor, tx), received, 'attachment')
      return id
    })
  }
  return { district, as, upload, wang: () => as(small.officerWang), li: () => as(small.officerLi) }
}
