import { createContext, type ReactNode, useContext } from 'react'
import type { OrgNode } from '../org-picker/org-picker.tsx'
import type { Pick } from '../search-picker/search-picker.tsx'

/** The registries every line picks from, as a shell offers them to the kit's pickers. */
export interface Registries {
  /** Own union and those below, enterprise unions left out; an id is the union's path. */
  loadUnits: (parent: string | null) => Promise<readonly OrgNode[]>
  /** Every street and community of the federation; an id is its path. */
  loadPlaces: (parent: string | null) => Promise<readonly OrgNode[]>
  /** Name of a union by its path. */
  unitName: (path: string) => Promise<string>
  findEnterprises: (text: string) => Promise<readonly Pick[]>
  /** Amounts in force today that administrators entered, by code, in fen a month. */
  readAmounts: () => Promise<Readonly<Record<string, number>>>
}

const RegistriesContext = createContext<Registries | undefined>(undefined)

export function RegistriesRoot({ registries, children }: { registries: Registries; children: ReactNode }) {
  return <RegistriesContext value={registries}>{children}</RegistriesContext>
}

export function useRegistries(): Registries {
  const registries = useContext(RegistriesContext)
  if (!registries) throw new Error('no registries are offered here')
  return registries
}
