import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../kit/api/index.ts'
import { account, type Me } from '../web/shared/account.ts'
import { lines } from './lines.tsx'
import { recall, remember } from './phone-memory.ts'

const PHONE = 'nf.phone'
/** How the registry calls somebody who came by phone and has not said a name. */
const UNNAMED = '未登记姓名'

export const nameOf = (me: Me): string => (me.name === UNNAMED ? '' : me.name)

/** Who is signed in: null when nobody is; while `me` is undefined it is not known, for want of a network or of an answer yet. */
export function usePerson(): { me: Me | null | undefined; isWaiting: boolean; phone: string | undefined } {
  const { data, isPending } = useQuery({ queryKey: ['me'], queryFn: findMe, staleTime: 300_000 })
  return { me: data, isWaiting: isPending, phone: data ? (recall('sessionStorage', PHONE) ?? undefined) : undefined }
}

async function findMe(): Promise<Me | null> {
  try {
    return await account.me()
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** After somebody has come or gone, everything on the screen is read anew. */
export function useComeAndGo() {
  const client = useQueryClient()
  return {
    come: async (phone?: string) => {
      remember('sessionStorage', PHONE, phone ?? null)
      await client.resetQueries()
    },
    go: async () => {
      await account.signOut()
      remember('sessionStorage', PHONE, null)
      for (const line of lines) line.forget?.()
      await client.resetQueries()
    },
  }
}
