import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { openDocument } from '../../kernel/documents/documents.ts'
import { paragraphsOf, partOf } from '../../kernel/documents/official/reading.sample.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { makeCreditCode } from '../../kernel/people/identity.ts'
import { contract as electionsContract } from '../elections/contract.ts'
import { line as elections } from '../elections/line.ts'
import { contract as unionsContract } from '../unions/contract.ts'
import { line as unions } from '../unions/line.ts'
import { type Applicant, applicants, clerkSong, officerLi, officerWang, openFoundings, printing } from './testing.ts'

let district: Awaited<ReturnType<typeof openFoundings>>
beforeAll(async () => {
  district = await openFoundings([elections, unions])
})
afterAll(() => district.close())

const as = (actor: Actor) => district.as(actor)
const polls = (actor: Actor) => district.inDistrict(actor, elections, electionsContract)
const rowsOf = (table: 'persons' | 'union_officers' | 'union_terms' | 'enterprises', column: string, value: string) =>
  asOwner(district.db, (tx) =>
    tx
      .selectFrom(table)
      .selectAll()
      .where(column as never, '=', value as never)
      .execute(),
  )

type Slate = Partial<
  Record<'committee' | 'chair' | 'audit_committee' | 'audit_chair' | 'women_committee' | 'women_chair', number>
>

/** Chairs do not sit on the audit committee; the first on the list are women. */
const standingFor = (people: readonly string[], duty: keyof Slate) =>
  duty.startsWith('audit') ? people.toReversed() : people

/** The election of a founding from the first candidate to the count: of each duty the first `seats` win. */
async function holdElection(
  id: string,
  people: readonly string[],
  slate: Slate,
  clerk = clerkSong,
  upper = officerLi,
): Promise<void> {
  const standing = Object.entries(slate) as [keyof Slate, number][]
  for (const [duty, seats] of standing) {
    const spare = duty.endsWith('committee') ? 1 : 0
    for (const personId of standingFor(people, duty).slice(0, seats + spare))
      await polls(clerk).nominate({ id, duty, personId })
  }
  await polls(clerk).propose({ id })
  await polls(clerk).publish({ id, fromOn: district.clock().slice(0, 10), place: '厂门口公告栏' })
  district.clock.advance({ days: 9 })
  await polls(clerk).submit({ id })
  await polls(upper).approve({ id })
  const { membersCount, candidates } = await polls(clerk).get({ id })
  await polls(clerk).hold({ id, heldOn: district.clock().slice(0, 10), expected: membersCount, attended: membersCount })
  const rounds = standing.map(([duty, seats]) => {
    const names = standingFor(people, duty).slice(0, seats)
    const votes = candidates
      .filter((one) => one.duty === duty)
      .map((one) => {
        const wins = one.personId !== null && names.includes(one.personId)
        return { candidateId: one.id, approve: wins ? membersCount : 0, against: wins ? 0 : membersCount, abstain: 0 }
      })
    return { duty, issued: membersCount, returned: membersCount, valid: membersCount, votes }
  })
  await polls(clerk).tally({ id, supervisors: '监票甲', tellers: '计票乙', rounds })
  await polls(upper).check({ id })
  await polls(clerk).report({ id })
}

const confirm = (id: string, upper = officerLi) =>
  polls(upper).confirm({ id, approvalNumber: '平湖街工组〔2026〕9号', fromOn: district.clock().slice(0, 10) })

/** The first comes by name and number, the others are in the register; all hand in their applications. */
async function enrolAll(id: string, people: readonly Applicant[], women: number): Promise<string[]> {
  const [first, ...others] = people
  if (first) await as(clerkSong).enrol({ id, ...first })
  const personIds = await district.addWorkers(others, women - 1)
  expect(await as(clerkSong).recruit({ id, personIds })).toMatchObject({ added: others.length })
  return (await as(clerkSong).members({ id, limit: 200 })).rows.map((row) => row.id)
}

describe('the printing works founds its own union', () => {
  let id: string
  let election: string
  let people: string[]

  test('the clerk reports, the street approves the preparation, thirty workers hand in applications', async () => {
    id = await district.recruiting()
    await expect(as(clerkSong).elect({ id, committee: 3, audit: 1 })).rejects.toMatchObject({ status: 422 })
    people = await enrolAll(id, applicants(printing.id, 30, 12), 12)
    const seen = await as(clerkSong).get({ id })
    expect(seen.heads).toEqual({ members: 30, women: 12, employees: 60 })
    expect(seen.needs.map(({ name, isReached }) => [name, isReached])).toEqual([
      ['founding', true],
      ['committee', true],
      ['womenCommittee', true],
      ['congress', false],
      ['fullTimeChair', false],
    ])
    expect(seen.papers.map(({ kind, number }) => [kind, number])).toEqual([
      ['prep_report', ''],
      ['prep_approval', '平湖街工组〔2026〕1号'],
    ])
  })

  test('the election hangs on it, and the founding cannot run ahead of it', async () => {
    await expect(as(clerkSong).elect({ id, committee: 2, audit: 3, women: 3 })).rejects.toMatchObject({ status: 422 })
    election = (await as(clerkSong).elect({ id, committee: 3, audit: 3, women: 3 })).electionId
    await expect(as(clerkSong).report({ id })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('报告'),
    })
    await expect(as(clerkSong).electAgain({ id, committee: 3, audit: 3, women: 3 })).rejects.toMatchObject({
      status: 409,
    })
    const slate = { committee: 3, chair: 1, audit_committee: 3, audit_chair: 1, women_committee: 3, women_chair: 1 }
    await onlyTheList(election)
    await holdElection(election, people, slate)
    await as(clerkSong).report({ id })
    await expect(as(officerLi).approve({ id })).rejects.toMatchObject({ status: 409 })
    await confirm(election)
  })

  /** Only who handed in an application is offered as a candidate, and nobody else is taken; the election leads back to its founding. */
  async function onlyTheList(electionId: string): Promise<void> {
    const [other = ''] = await district.addWorkers(applicants(printing.id, 1, 1, 90), 1)
    const offered = await polls(clerkSong).nominees({ id: electionId, text: '职工' })
    expect(offered.length).toBeGreaterThan(0)
    expect(offered.every((one) => people.includes(one.id))).toBe(true)
    await expect(
      polls(clerkSong).nominate({ id: electionId, duty: 'committee', personId: other }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('入会申请') })
    expect((await polls(clerkSong).get({ id: electionId })).subject).toMatchObject({ line: 'organising', id })
  }

  test('whoever reported it does not approve it; the union above does, and the union comes to life', async () => {
    await expect(as(clerkSong).approve({ id })).rejects.toMatchObject({ status: 403 })
    await as(officerLi).approve({ id })
    const day = district.clock().slice(0, 10)
    const { union, approvedOn, election: result, papers } = await as(clerkSong).get({ id })
    expect(approvedOn).toBe(day)
    expect(union).toMatchObject({ name: '岚棠印刷工会委员会', foundedOn: day })
    expect(result).toMatchObject({ isConfirmed: true })
    expect(papers.at(-1)).toMatchObject({ kind: 'founding_approval', number: '平湖街工组〔2026〕2号' })
    const [firm] = (await rowsOf('enterprises', 'id', printing.id)) as { union_id: string; union_since: string }[]
    expect(firm).toMatchObject({ union_id: union?.id, union_since: day })
    const members = (await rowsOf('persons', 'union_id', union?.id ?? '')) as {
      membership: string
      member_since: string
    }[]
    expect(members).toHaveLength(30)
    expect(new Set(members.map((one) => `${one.membership} ${one.member_since}`))).toEqual(new Set([`full ${day}`]))
    const officers = (await rowsOf('union_officers', 'org_id', union?.id ?? '')) as { duty: string }[]
    expect(officers.filter(({ duty }) => duty === 'chair')).toHaveLength(1)
    const [term] = (await rowsOf('union_terms', 'org_id', union?.id ?? '')) as { years: number; election_id: string }[]
    expect(term).toMatchObject({ years: 3, election_id: election })
    const paper = await as(clerkSong).paper({ id, paperId: papers.at(-1)?.id ?? '' })
    expect(paper.paragraphs.join('')).toContain('主席：职工')
  })

  test('the approval is saved as Word in the words it was issued in, by those who may see it', async () => {
    const { papers } = await as(clerkSong).get({ id })
    const [paperId, other] = [papers.at(-1)?.id ?? '', '00000000-0000-4000-8000-00000000dead']
    const { documentId, name } = await as(clerkSong).savePaper({ id, paperId })
    expect(name).toBe('关于同意成立岚棠印刷工会委员会的批复.docx')
    const file = await inTransaction(district.db, standingOf(clerkSong), async (tx) => {
      const { stream } = await openDocument(newCtx(district.house, clerkSong, tx), documentId)
      return buffer(stream)
    })
    const texts = paragraphsOf(await partOf(file, 'word/document.xml'))
    expect(texts[0]).toBe('平湖街工组〔2026〕2号')
    const { paragraphs, addressee, issuer } = await as(clerkSong).paper({ id, paperId })
    for (const text of [`${addressee}：`, ...paragraphs, issuer]) expect(texts).toContain(text)
    await expect(as(clerkSong).savePaper({ id, paperId: other })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.riderTan.actor).savePaper({ id, paperId })).rejects.toMatchObject({ status: 403 })
  })

  test('it gets a seal, an account, a legal person with a code of its own, and runs', async () => {
    const day = district.clock().slice(0, 10)
    await as(clerkSong).seal({ id, sealedOn: day, accountOn: day, accountBank: '深圳农商银行平湖支行' })
    await expect(as(clerkSong).enter({ id, databaseCode: 'A1' })).rejects.toMatchObject({ status: 422 })
    await as(clerkSong).applyLegal({ id, hasSite: true, hasFunds: true })
    const own = makeCreditCode('81440307MC0000777')
    await expect(as(officerLi).register({ id, number: '粤深龙工法证字第1号', creditCode: own })).rejects.toMatchObject({
      status: 403,
    })
    const employer = { id, number: '粤深龙工法证字第1号', creditCode: printing.creditCode }
    await expect(as(officerWang).register(employer)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('企业的'),
    })
    await as(officerWang).register({ id, number: '粤深龙工法证字第1号', creditCode: own })
    await as(clerkSong).enter({ id, databaseCode: '4403070001' })
    expect(await as(clerkSong).linkDues({ id, taxCode: 'S4403070001' })).toMatchObject({ state: 'running' })
    const seen = await as(clerkSong).get({ id })
    expect(seen.certificate).toMatchObject({ creditCode: own, legalName: expect.stringContaining('职工') })
    expect(seen.certificate?.expiresOn.slice(0, 4)).toBe('2029')
    expect(seen.verbs).toEqual([])
    const { approvalNumber, approvedOn, accountBank, duesCode, missing } = await district
      .inDistrict(officerLi, unions, unionsContract)
      .union({ id: seen.union?.id ?? '' })
    expect({ approvalNumber, approvedOn, accountBank, duesCode }).toEqual({
      approvalNumber: '平湖街工组〔2026〕2号',
      approvedOn: seen.approvedOn,
      accountBank: '深圳农商银行平湖支行',
      duesCode: 'S4403070001',
    })
    expect(missing.map(({ field }) => field)).toEqual(['address', 'treasurer', 'accountNumber'])
  })
})

describe('three small shops beside each other', () => {
  test('found one joint union that covers them all', async () => {
    const shops = await district.addSmallFirms([10, 8, 6])
    const id = await district.recruiting(shops, '辅城坳第二联合工会委员会')
    const people = applicants(shops[0] ?? '', 9, 2, 40).map((one, n) => ({ ...one, enterpriseId: shops[n % 3] ?? '' }))
    const ids = await enrolAll(id, people, 2)
    const { needs, bodies, title } = await as(clerkSong).get({ id })
    expect(title).toBe('辅城坳小店一等 3 家单位建会')
    expect(bodies).toEqual(['committee', 'organiser'])
    expect(needs.find(({ name }) => name === 'committee')).toMatchObject({ isReached: false, have: 9 })
    const { electionId } = await as(clerkSong).elect({ id, committee: 3, audit: 1, women: 1 })
    await holdElection(electionId, ids, { committee: 3, chair: 1, audit_committee: 1, women_committee: 1 })
    await as(clerkSong).report({ id })
    await confirm(electionId)
    await as(officerLi).approve({ id })
    const { union } = await as(clerkSong).get({ id })
    const covered = (await rowsOf('enterprises', 'union_id', union?.id ?? '')) as { id: string }[]
    expect(covered.map((firm) => firm.id).sort()).toEqual([...shops].sort())
  })

  test('or one elects an organiser only, who needs no legal person', async () => {
    const clerk = small.clerks.sanlian.actor
    const upper = small.officerYe.actor
    const { id } = await as(clerk).receive({ enterpriseIds: [small.firms.grocery.id], origin: 'registry' })
    await as(clerk).contact({ id, note: '店主同意' })
    await as(clerk).prepare({ id, unionName: '汀鹭笙百货工会', form: 'single', body: 'organiser', termYears: 3 })
    await as(upper).approvePrep({ id })
    const [person] = applicants(small.firms.grocery.id, 1, 1, 90)
    if (person) await as(clerk).enrol({ id, ...person })
    const people = (await as(clerk).members({ id })).rows.map((row) => row.id)
    const { electionId } = await as(clerk).elect({ id })
    await holdElection(electionId, people, { chair: 1 }, clerk, upper)
    await as(clerk).report({ id })
    await confirm(electionId, upper)
    await as(upper).approve({ id })
    const { union, clocks } = await as(clerk).get({ id })
    expect(clocks.filter(({ metAt, cancelledAt }) => !metAt && !cancelledAt).map(({ name }) => name)).toEqual(['seal'])
    expect(await rowsOf('union_officers', 'org_id', union?.id ?? '')).toMatchObject([
      { duty: 'organiser', person_id: people[0] },
    ])
    const day = district.clock().slice(0, 10)
    await as(clerk).seal({ id, sealedOn: day, accountOn: day, accountBank: '建设银行' })
    await expect(as(clerk).applyLegal({ id, hasSite: true, hasFunds: true })).rejects.toMatchObject({ status: 422 })
    expect(await as(clerk).enter({ id, databaseCode: '4403070002' })).toMatchObject({ state: 'entered' })
  })
})
