import { type Address, type MatterScope, matterScope } from '../case-table/matter-list.tsx'
import type { Call } from './api.tsx'
import { useNow } from './now.tsx'
import { type PageOf, usePages } from './read.ts'

type Asked = { scope?: MatterScope | undefined; limit?: number | undefined; after?: string | undefined }

/**
 * A line's matters as the address narrows them, ready for `MatterList`.
 * @param address `useSearchParams()` @param more what else narrows them
 */
export function useMatters<I extends Asked, Row, P extends PageOf<Row>>(
  call: Call<I, P & PageOf<Row>>,
  address: Address,
  more?: Omit<I, keyof Asked>,
) {
  const now = useNow()
  const [scope, onScope] = matterScope(address)
  const list = usePages(call, { ...more, scope, limit: 50 } as I)
  return { now, scope, onScope, list }
}
