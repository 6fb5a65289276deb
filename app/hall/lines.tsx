import type { ComponentType } from 'react'
import { hall as appeals } from '../../business/appeals/ui/hall.tsx'
import type { HallShell, MatterPlace } from '../../business/appeals/ui/hall-shell.ts'
import { hall as membership } from '../../business/membership/ui/hall.tsx'
import { hall as organising } from '../../business/organising/ui/hall.tsx'
import { hall as starRating } from '../../business/star-rating/ui/hall.tsx'
import { hall as transfers } from '../../business/transfers/ui/hall.tsx'
import type { Desk } from '../../kit/api/index.ts'
import type { Step } from '../../kit/hall/index.ts'

/** One of the person's matters, as a card. */
export interface MyMatter {
  id: string
  /** Below the place where one looks: <slug>/<id>. */
  path: string
  title: string
  isOpen: boolean
  steps: readonly Step[]
  current: number
  stopped?: string
  badge?: { words: string; tone: 'quiet' | 'honey' | 'green' | 'red' }
  who?: string
  until?: string
  action?: { title: string; path: string }
}

/** What a line brings to the hall. */
export interface HallLine {
  slug: string
  pages: readonly { path: string; Page: ComponentType<{ shell: HallShell }> }[]
  /** One own matter, at <place>/<slug>/:id/*. */
  Matter: ComponentType<{ place: MatterPlace }>
  /** `dues`: the nearest clock of each matter, by its id. */
  listMatters: (send: Desk['send'], now: string, dues: ReadonlyMap<string, string>) => Promise<MyMatter[]>
  /** Fetches ahead what must open without a network. */
  fetchAhead: () => Promise<unknown>
  /** What lies half written on this phone. */
  unfinished: () => { title: string; href: string } | undefined
  /** Takes off this phone what must not stay when the person signs out. */
  forget?: () => void
}

/** The lines of the hall. A new line is one folder plus one entry here. */
export const lines: readonly HallLine[] = [appeals, membership, organising, transfers, starRating]
