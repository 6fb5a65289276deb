import { useApi } from '../../../kit/api/index.ts'
import { contract } from '../contract.ts'

/** Where the screens of this line stand. */
export const home = '/console/coverage'

export const useCoverage = () => useApi('coverage', contract)

export const firmHref = (id: string): string => `/console/enterprises/${id}`
export const unionHref = (path: string): string => `/console/orgs/${encodeURIComponent(path)}`
