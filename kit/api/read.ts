import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Call } from './api.tsx'
import { ApiError } from './api-error.ts'

/** `missing`: the address names what is not there, or what cannot be. */
export type ReadState = 'ready' | 'loading' | 'error' | 'forbidden' | 'missing'

const isMissing = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 400)

const stateOf = (query: { isPending: boolean; error: unknown; data: unknown }): ReadState => {
  if (isMissing(query.error)) return 'missing'
  if (query.error instanceof ApiError && query.error.status === 403) return 'forbidden'
  if (query.error) return 'error'
  return query.isPending ? 'loading' : 'ready'
}

/** Reads once and keeps it fresh. `state` is what the kit's tables and blocks are told. */
export function useRead<I, O>(call: Call<I, O>, input: I, options: { enabled?: boolean; every?: number } = {}) {
  const query = useQuery({
    queryKey: [call.path, input],
    queryFn: ({ signal }) => call(input, { signal }),
    enabled: options.enabled,
    refetchInterval: options.every,
  })
  return { data: query.data, error: query.error, state: stateOf(query), retry: () => void query.refetch() }
}

export interface PageOf<Row> {
  rows: Row[]
  next: string | null
}

/** Reads a list page by page; `first` carries what the server counts beside the rows. */
export function usePages<I extends { after?: string | undefined }, Row, P extends PageOf<Row>>(
  call: Call<I, P & PageOf<Row>>,
  input: I,
  options: { enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey: [call.path, input],
    queryFn: ({ pageParam, signal }) => call({ ...input, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: options.enabled,
  })
  const pages = query.data?.pages ?? []
  return {
    rows: pages.flatMap((page) => page.rows),
    first: pages[0],
    error: query.error,
    state: stateOf(query),
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    onMore: () => void query.fetchNextPage(),
  }
}

/** Reads anew whatever is on the screen: something was done that lists and counts may show. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
