import type { ComponentType } from 'react'
import { hall as appeals } from '../../business/appeals/ui/hall.tsx'
import type { HallShell } from '../../business/appeals/ui/hall-shell.ts'
import { hall as membership } from '../../business/membership/ui/hall.tsx'
import { hall as organising } from '../../business/organising/ui/hall.tsx'
import { hall as starRating } from '../../business/star-rating/ui/hall.tsx'
import { hall as transfers } from '../../business/transfers/ui/hall.tsx'
import type { Desk } from '../../kit/api/index.ts'
import type { MatterPlace, OwnMatter } from '../../kit/hall/index.ts'

export type MyMatter = OwnMatter

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
