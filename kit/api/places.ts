import { useQuery } from '@tanstack/react-query'
import { useDesk } from './api.tsx'

interface Street {
  id: string
  path: string
  shortName: string
}

interface Firm {
  id: string
  name: string
  place: string
}

/** The streets for a list on the phone, read once a visit. `isLost`: there are none to choose from, because the line is broken. */
export function useStreets() {
  const { send } = useDesk()
  const { data = [], error } = useQuery({
    queryKey: ['orgs', 'streets'],
    queryFn: () => send('/api/orgs/streets', {}) as Promise<Street[]>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const streets = data.map(({ path, shortName }) => ({ value: path, title: shortName }))
  return { streets, isLost: error !== null && data.length === 0 }
}

/** Employers of the register by a few characters of the name. */
export function useFirmSearch() {
  const { send } = useDesk()
  return async (text: string) => {
    const found = (await send('/api/enterprises/find', { text, limit: 6 })) as Firm[]
    return found.map(({ id, name, place }) => ({ id, name, context: place }))
  }
}
