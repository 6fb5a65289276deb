import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkIdNumber, checkPhone } from '../kernel/people/identity.ts'
import { allEnterprises } from './enterprises.ts'
import { MARK, PHONE_MARK } from './marks.ts'
import { officers } from './officers.ts'
import { type Person, personAt, personsIn } from './persons.ts'
import { randomOf } from './random.ts'
import { funnel, PERSONS, stages } from './recipe.ts'
import { personsOf, samplePersons } from './sampling.ts'

let all: Person[]
beforeAll(() => {
  all = Array.from({ length: PERSONS }, (_, n) => personAt(n))
})

const inYear = (day: string | null) => day?.startsWith('2023') ?? false
/** One assertion over a quarter of a million people instead of a quarter of a million assertions. */
const faults = (is: (person: Person) => boolean) => all.filter(is).slice(0, 3)

test('in 2023 105 702 people were collected, 225 428 verified, and 54 281 joined', () => {
  expect(all).toHaveLength(260_000)
  expect(all.filter(({ collectedOn }) => inYear(collectedOn))).toHaveLength(105_702)
  expect(all.filter(({ verifiedOn }) => inYear(verifiedOn))).toHaveLength(225_428)
  expect(all.filter(({ joinedOn }) => inYear(joinedOn))).toHaveLength(54_281)
})

test('officers and named workers change none of these figures', () => {
  expect(officers.length).toBeGreaterThan(140)
  for (const stage of stages) expect(all.filter((person) => person.stage === stage)).toHaveLength(funnel[stage])
})

test('every identity number and phone passes the checks, says the same birthday and sex, and bears the mark', () => {
  expect(
    faults(({ idNumber, birthOn, sex, phone }) => {
      const id = checkIdNumber(idNumber, '2023-12-31')
      const isRight =
        id.ok && id.kind === 'resident' && id.birthOn === birthOn && id.sex === sex && id.age >= 16 && id.age < 61
      return !(isRight && idNumber.startsWith(MARK) && checkPhone(phone).ok && phone.startsWith(PHONE_MARK))
    }),
  ).toEqual([])
})

test('nobody shares an identity number, a phone or an identifier, named people included', () => {
  for (const of of ['idNumber', 'phone'] as const) {
    expect(new Set([...all, ...officers].map((person) => person[of])).size).toBe(PERSONS + officers.length)
  }
  expect(new Set([...all.map(({ id }) => id), ...officers.map(({ personId }) => personId)]).size).toBe(
    PERSONS + officers.length,
  )
})

test('nobody is collected before the age of 18, verified before collected, or a member before there was a union', () => {
  expect(
    faults(({ birthOn, collectedOn }) => Number(collectedOn.slice(0, 4)) - Number(birthOn.slice(0, 4)) < 18),
  ).toEqual([])
  expect(faults(({ collectedOn, verifiedOn }) => verifiedOn !== null && verifiedOn < collectedOn)).toEqual([])
  expect(
    faults(({ joinedOn, collectedOn, enterprise: { union, openedOn } }) => {
      if (joinedOn === null) return false
      return !union || joinedOn < union.foundedOn || joinedOn < openedOn || joinedOn < collectedOn
    }),
  ).toEqual([])
  expect(faults(({ joinedOn, leftOn }) => leftOn !== null && (joinedOn === null || leftOn < joinedOn))).toEqual([])
})

test('a member belongs to the union, anybody else to the community', () => {
  expect(
    faults(
      ({ isMember, orgPath, enterprise }) =>
        orgPath !== (isMember ? enterprise.union?.path : enterprise.community.path),
    ),
  ).toEqual([])
})

test('no enterprise has more people in the registry than heads, and none that closed has any', () => {
  const tooMany = allEnterprises().filter((enterprise) => {
    const { from, to } = personsIn(enterprise)
    return to - from > (enterprise.life === 'alive' ? enterprise.headcount : 0)
  })
  expect(tooMany).toEqual([])
})

test('the same people come out every time', () => {
  const digest = createHash('sha256')
  for (const { id, name, idNumber, phone, orgPath, occupation, collectedOn, verifiedOn, joinedOn, leftOn } of all) {
    digest.update([id, name, idNumber, phone, orgPath, occupation, collectedOn, verifiedOn, joinedOn, leftOn].join())
  }
  expect(digest.digest('hex')).toMatchInlineSnapshot(
    `"9b3992287e3f47b20dd96ffa977efbbb73880f99334e8c1201ffaef659abf12d"`,
  )
})

test('lines can ask for people without a database', () => {
  const riders = samplePersons(randomOf('riders'), 30, ({ enterprise, isMember }) => enterprise.isNewForm && isMember)
  expect(new Set(riders.map(({ id }) => id)).size).toBe(30)
  const [first] = personsOf(riders[0]!.enterprise)
  expect(first!.enterprise.id).toBe(riders[0]!.enterprise.id)
  expect(() => samplePersons(randomOf('nobody'), 1, () => false)).toThrow('only 0 of 1')
  expect(() => personAt(PERSONS)).toThrow('no person')
})
