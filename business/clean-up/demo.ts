import { sql } from 'kysely'
import { actorOf } from '../../district/cast.ts'
import { dayAt, numberOf } from '../../district/days.ts'
import { streetOfficers } from '../../district/officers.ts'
import type { Person } from '../../district/persons.ts'
import { randomOf, seededId } from '../../district/random.ts'
import { samplePersons } from '../../district/sampling.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { personInitials } from '../../kernel/search/initials.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { finders, searchPart } from './search.ts'

const TWICE = 60
const STEPS = finders.length + 2

/** Sixty people who were entered a second time by hand, without their document and with the phone of the first entry every third time. */
async function plantTwice(tx: Tx, house: House): Promise<void> {
  const members = samplePersons(
    randomOf('clean-up twice', 0),
    TWICE,
    ({ isMember, joinedOn }) => isMember && (joinedOn ?? '') < '2022-01-01',
  )
  await tx
    .insertInto('persons')
    .values(members.map((person, n) => secondEntry(house, person, n)))
    .onConflict((c) => c.doNothing())
    .execute()
}

function secondEntry(house: House, person: Person, n: number) {
  const id = seededId('clean-up twice', n)
  const phone = sealField(house.sealer, 'phone', id, n % 3 === 0 ? person.phone : null)
  return {
    federation_id: house.federationId,
    id,
    org_path: n % 5 === 0 ? `${house.federationId}.` : person.enterprise.community.path,
    name: person.name,
    initials: personInitials(person.name),
    sex: person.sex,
    birth_on: person.birthOn,
    phone_sealed: phone.sealed,
    phone_index: phone.index,
    collected_on: dayAt(numberOf('2022-03-01') + n),
    verified_level: 0,
  }
}

/** Street officers take the first findings of their places up; some are settled, some are nothing. */
async function takeUpSome(house: House): Promise<void> {
  for (const [n, officer] of streetOfficers.entries()) {
    const act = (name: string, input: unknown) =>
      perform(house, line, name, input, { actor: actorOf(officer), idempotencyKey: `demo-clean-up-${name}-${n}` })
    const found = contract.findings.output.parse(
      await perform(
        house,
        line,
        'findings',
        { kind: n % 2 ? 'namesake' : 'dead_firm', limit: 1 },
        { actor: actorOf(officer) },
      ),
    )
    const [first] = found.rows
    if (first?.state !== 'open') continue
    const { id } = contract.takeUp.output.parse(await act('takeUp', { findingId: first.id }))
    if (n % 4 === 1) await act('dismiss', { id, note: '核对证件，是两个人' })
    if (n % 4 === 2) await act('settle', { id, outcome: 'closed', note: '企业已注销，工会已报撤销' })
  }
}

/** What the search finds in the district, with sixty people entered twice, and some findings in the hands of the streets. */
export const demo = {
  title: '清册：查一遍登记册',

  async isLoaded(house: House): Promise<boolean> {
    const { rows } = await sql<{
      done: boolean
    }>`select count(distinct kind) = ${finders.length}::int and exists (select from clean_up where federation_id = ${house.federationId}) as done
      from clean_up_runs where federation_id = ${house.federationId}`.execute(house.db.owner)
    return rows[0]?.done ?? false
  },

  /** Loaded again after an interruption, what is there already is found and not done twice. */
  async load(house: House, onProgress: (done: number, total: number) => void): Promise<void> {
    await asOwner(house.db, (tx) => plantTwice(tx, house))
    for (const [n, finder] of finders.entries()) {
      for (let part = 0; part < finder.parts; part++) await asSystem(house, (ctx) => searchPart(ctx, finder, part))
      onProgress(n + 1, STEPS)
    }
    await takeUpSome(house)
    onProgress(STEPS, STEPS)
  },
}
