import { actorOf } from '../../../district/cast.ts'
import type { Enterprise } from '../../../district/enterprises.ts'
import { actorAt, districtOfficers, leader } from '../../../district/officers.ts'
import type { Person } from '../../../district/persons.ts'
import { personsOf } from '../../../district/sampling.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { makeCreditCode } from '../../../kernel/people/identity.ts'
import { contract } from '../contract.ts'
import { line } from '../line.ts'
import { playElection } from './election.ts'
import { castOf, order, type Scene, type Stage, scenes, stages } from './scenes.ts'

/** Acts on a day of the past, at ten in the morning, through the same door as any other; done before, it is not done again. */
export type Act = (
  slug: string,
  name: string,
  input: unknown,
  options: { actor: Actor; day: string; key: string },
) => Promise<unknown>

const actIn =
  (house: House): Act =>
  (slug, name, input, { actor, day, key }) => {
    const found = slug === 'organising' ? line : house.lines.find((one) => one.slug === slug)
    if (!found) throw new Error(`the house has no line ${slug}`)
    const now = house.clock()
    const at = instantAt(day, '10:00')
    return perform({ ...house, clock: () => (at < now ? at : now) }, found, name, input, {
      actor,
      idempotencyKey: `demo-founding-${slug}-${key}-${name}`,
    })
  }

/** The foundings of now, one after the other. */
export async function playAll(house: House, onDone: (done: number) => void): Promise<void> {
  const act = actIn(house)
  const cast = castOf()
  for (const [n, scene] of scenes.entries()) {
    await playScene(stageOf(house, act, n, scene, cast[n] ?? []), scene)
    onDone(n + 1)
  }
}

type Play = ReturnType<typeof stageOf>

/** Who acts where in a scene, and on which day. */
function stageOf(house: House, act: Act, n: number, scene: Scene, firms: readonly Enterprise[]) {
  const [first] = firms
  if (!first) throw new Error(`no employer for scene ${n}`)
  const begun = addDays(dayOf(house.clock()), -scene.age)
  return {
    act,
    n,
    scene,
    firms,
    first,
    people: firms.flatMap(personsOf),
    clerk: actorAt(first.community.path),
    street: actorAt(first.community.street.path),
    district: actorOf(districtOfficers[1] ?? leader),
    dayAt: (stage: Stage) => addDays(begun, stages[stage]),
  }
}

async function playScene(play: Play, scene: Scene): Promise<void> {
  const id = await begin(play)
  const step = (name: string, input: object, actor: Actor, stage: Stage) =>
    play.act('organising', name, { id, ...input }, { actor, day: play.dayAt(stage), key: `${play.n}` })
  for (const stage of order.slice(1, order.indexOf(scene.until) + 1)) await plays[stage]?.(play, step)
  if (scene.ends === 'pause') await step('pause', { note: '单位正在搬厂，下个月再开会' }, play.clerk, 'elect')
  if (scene.ends === 'drop') {
    await step('drop', { reason: 'moved', note: '单位整体迁往惠州' }, play.clerk, 'approvePrep')
  }
}

type Do = (name: string, input: object, actor: Actor, stage: Stage) => Promise<unknown>

const plays: Partial<Record<Stage, (play: Play, step: Do) => Promise<unknown>>> = {
  contact: ({ clerk }, step) =>
    step('contact', { note: '见了行政负责人，讲了工会法的规定，对方同意建会' }, clerk, 'contact'),
  prepare: ({ clerk, first, scene }, step) => {
    const isJoint = scene.kind === 'joint'
    const unionName = isJoint ? `${first.community.name}社区第六联合工会委员会` : `${first.name}工会委员会`
    const body = scene.kind === 'organiser' ? 'organiser' : 'committee'
    return step('prepare', { unionName, form: isJoint ? 'joint' : 'single', body, termYears: 3 }, clerk, 'prepare')
  },
  approvePrep: ({ street }, step) => step('approvePrep', {}, street, 'approvePrep'),
  recruit: ({ clerk, people, dayAt }, step) =>
    step('recruit', { personIds: people.map(({ id }) => id), handedOn: dayAt('recruit') }, clerk, 'recruit'),
  elect,
  report: ({ clerk }, step) => step('report', {}, clerk, 'report'),
  approve: ({ street }, step) => step('approve', {}, street, 'approve'),
  seal: ({ clerk, dayAt }, step) => {
    const day = dayAt('seal')
    return step('seal', { sealedOn: day, accountOn: day, accountBank: '深圳农村商业银行' }, clerk, 'seal')
  },
  applyLegal: async ({ clerk, scene }, step) => {
    if (scene.kind !== 'organiser') await step('applyLegal', { hasSite: true, hasFunds: true }, clerk, 'applyLegal')
  },
  register: async ({ district, scene, n }, step) => {
    if (scene.kind !== 'organiser') await step('register', certificateOf(n), district, 'register')
  },
  enter: ({ clerk, n }, step) => step('enter', { databaseCode: `440307${900_000 + n}` }, clerk, 'enter'),
}

/** Opens the election; where the way goes further, holds it as well. */
async function elect({ act, n, scene, people, clerk, street, dayAt }: Play, step: Do): Promise<void> {
  const women = people.filter((one) => one.sex === 'female').length
  const isSmall = scene.kind === 'organiser'
  const seats = isSmall
    ? { committee: 0, audit: 0, women: 0 }
    : { committee: 3, audit: 1, women: women >= 10 ? 3 : Math.min(women, 1) }
  const { electionId } = contract.elect.output.parse(await step('elect', seats, clerk, 'elect'))
  if (order.indexOf(scene.until) < order.indexOf('vote')) return
  await playElection(act, { n, id: electionId, seats, people, clerk, street, from: dayAt('vote') })
}

const certificateOf = (n: number) => ({
  number: `粤深龙工法证字第${900 + n}号`,
  creditCode: makeCreditCode(`81440307MC${String(8_000_000 + n)}`),
})

/** From workers' wishes, or from an officer's look into the register. */
async function begin({ act, n, scene, firms, first, people, clerk, dayAt }: Play): Promise<string> {
  const day = dayAt('receive')
  const wish = { enterpriseId: first.id, note: '同事们都想有工会，怕老板知道是谁提的' }
  const ids: string[] = []
  for (const [m, person] of people.slice(0, scene.wishes ?? 0).entries()) {
    const made = await act('organising', 'wish', wish, { actor: workerOf(person), day, key: `${n}-${m}` })
    ids.push(contract.wish.output.parse(made).id)
  }
  const [wished] = ids
  if (wished) return wished
  const form = scene.kind === 'joint' ? 'joint' : 'single'
  const lead = { enterpriseIds: firms.map(({ id }) => id), form, origin: 'registry' }
  return contract.receive.output.parse(await act('organising', 'receive', lead, { actor: clerk, day, key: `${n}` })).id
}

const workerOf = (person: Person): Actor => ({
  federationId: '440307',
  accountId: null,
  personId: person.id,
  postId: null,
  role: 'worker',
  orgPath: '',
  orgName: '',
  name: person.name,
})
