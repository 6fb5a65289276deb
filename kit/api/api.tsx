import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { z } from 'zod'

export interface CallOptions {
  /** Names one intent of a person; sent again with the same input it is done only once. */
  key?: string
  signal?: AbortSignal
}

export interface UploadedFile {
  id: string
  name: string
  mediaType: string
  bytes: number
}

export interface UploadOptions {
  /** 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** What a shell offers to the screens of the lines: a way to send, and who is at work. */
export interface Desk {
  send: (path: string, input: unknown, options?: CallOptions) => Promise<unknown>
  upload: (file: File, options?: UploadOptions) => Promise<UploadedFile>
  /** Address that opens an uploaded file. */
  fileHref: (id: string) => string
  /** May the person, in the present post, do what this permission names? Only to offer or leave out; the server judges. */
  may: (permission: string) => boolean
  /** The union of the present post; empty in the hall. */
  unit: { path: string; name: string }
}

const DeskContext = createContext<Desk | undefined>(undefined)

export function DeskRoot({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('this screen stands outside a desk')
  return desk
}

export interface Endpoint {
  kind: 'query' | 'action'
  input: z.ZodType
  output: z.ZodType
}

/** One endpoint, ready to be called; carries what the hooks of this folder need to know of it. */
export interface Call<I = unknown, O = unknown> {
  (input: I, options?: CallOptions): Promise<O>
  path: string
  kind: 'query' | 'action'
  schema: z.ZodType
}

export type Api<C extends Record<string, Endpoint>> = {
  readonly [K in keyof C]: Call<z.input<C[K]['input']>, z.output<C[K]['output']>>
}

/** The endpoints of a line as functions, typed by its contract: `useApi('appeals', contract).sign({ id, note })`. */
export function useApi<C extends Record<string, Endpoint>>(slug: string, contract: C): Api<C> {
  const { send } = useDesk()
  return useMemo(() => apiOf(slug, contract, send), [slug, contract, send])
}

export function apiOf<C extends Record<string, Endpoint>>(slug: string, contract: C, send: Desk['send']): Api<C> {
  const calls = Object.entries(contract).map(([name, { kind, input }]) => {
    const path = `/api/${slug}/${name}`
    const call = (asked: unknown, options?: CallOptions) => send(path, asked, options)
    return [name, Object.assign(call, { path, kind, schema: input })]
  })
  return Object.fromEntries(calls) as Api<C>
}
