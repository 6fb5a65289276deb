import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './send.ts'

/** Reads are kept for half a minute; only what a broken line or a busy server refused is asked again, and doing is never repeated by itself. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isPassing(error) },
      mutations: { retry: false },
    },
  })

const isPassing = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status === 503)
