import type { Enterprise } from '../../../district/enterprises.ts'
import { enterprisesWhere, personsOf } from '../../../district/sampling.ts'

/** What is done, in order, and how many days after the beginning. */
export const stages = {
  receive: 0,
  contact: 3,
  prepare: 7,
  approvePrep: 12,
  recruit: 20,
  elect: 27,
  vote: 29,
  report: 52,
  approve: 56,
  seal: 72,
  applyLegal: 84,
  register: 95,
  enter: 103,
} as const
export type Stage = keyof typeof stages
export const order = Object.keys(stages) as Stage[]

/** A founding of now: how many days ago it began, the last stage done, the street of its employer. */
export type Scene = {
  age: number
  until: Stage
  street: string
  wishes?: number
  /** Three small firms together, or one small firm with an organiser only. */
  kind?: 'joint' | 'organiser'
  ends?: 'pause' | 'drop'
}

/** Each state at least once; two are late. */
export const scenes: readonly Scene[] = [
  { age: 1, until: 'receive', street: '003', wishes: 2 },
  { age: 12, until: 'receive', street: '003' },
  { age: 4, until: 'contact', street: '003' },
  { age: 9, until: 'prepare', street: '003' },
  { age: 24, until: 'prepare', street: '015' },
  { age: 30, until: 'recruit', street: '003', wishes: 1 },
  { age: 26, until: 'recruit', street: '003', kind: 'joint' },
  { age: 28, until: 'elect', street: '003' },
  { age: 54, until: 'report', street: '003' },
  { age: 62, until: 'approve', street: '003' },
  { age: 76, until: 'seal', street: '013', kind: 'organiser' },
  { age: 92, until: 'applyLegal', street: '003' },
  { age: 101, until: 'register', street: '014' },
  { age: 106, until: 'enter', street: '003', kind: 'organiser' },
  { age: 33, until: 'recruit', street: '012', ends: 'pause' },
  { age: 45, until: 'contact', street: '003', ends: 'drop' },
]

const WORKERS = { fewest: 8, most: 24 }

/** Employers without a union for each scene, no two with the same; those of a joint union stand beside each other. */
export function castOf(): Enterprise[][] {
  const taken = new Set<string>()
  const free = enterprisesWhere({ isUnionised: false })
  return scenes.map(({ street, kind }) => {
    const near = free.filter((firm) => firm.community.street.code === street && !taken.has(firm.id))
    const firms = pickFirms(near, kind)
    for (const firm of firms) taken.add(firm.id)
    return firms
  })
}

function pickFirms(near: readonly Enterprise[], kind: Scene['kind']): Enterprise[] {
  if (kind === undefined) {
    const suits = (people: number) => people >= WORKERS.fewest && people <= WORKERS.most
    return near.filter((firm) => firm.band === '25-99' && suits(personsOf(firm).length)).slice(0, 1)
  }
  const small = near.filter((firm) => firm.band === '<25' && personsOf(firm).length > 0)
  if (kind === 'organiser') return small.slice(0, 1)
  return small.filter((firm) => firm.community.path === small[0]?.community.path).slice(0, 3)
}
