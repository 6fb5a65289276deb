import type { Desk, UploadedFile } from '../../kit/api/index.ts'
import { createSend, lostLine, refusalOf } from '../web/shared/send.ts'
import { createUpload } from '../web/shared/upload.ts'

const PATIENCE = 30_000
const UPLOAD_PATIENCE = 10 * 60_000

/** A hall knows no posts: the server judges what a worker may do. */
const anybody = { may: () => true, unit: { path: '', name: '' } }

/** The hall for whoever is signed in, or nobody. What an older phone's browser cannot abort simply runs out. */
export function ownDesk(): Desk {
  const send = createSend()
  return {
    ...anybody,
    fileHref: (id) => `/api/documents/${id}?inline=1`,
    send: (path, input, options) => send(path, input, { key: options?.key }),
    upload: createUpload(),
  }
}

/** The hall without a name: no cookie goes along, so the server cannot know who is signed in. With a receipt, its holder. */
export function anonymousDesk(receipt?: string): Desk {
  const headers: Record<string, string> = receipt ? { 'nf-receipt': receipt } : {}
  return {
    ...anybody,
    // A link cannot show a receipt.
    fileHref: () => '',
    send: (path, input, options) =>
      sendNameless(path, input, options?.key ? { ...headers, 'idempotency-key': options.key } : headers),
    upload: async (file) => {
      const form = new FormData()
      form.append('file', file)
      return (await postNameless('/api/documents?purpose=attachment', form, headers, UPLOAD_PATIENCE)) as UploadedFile
    },
  }
}

const sendNameless = (path: string, input: unknown, headers: Record<string, string>): Promise<unknown> =>
  postNameless(path, JSON.stringify(input ?? {}), { 'content-type': 'application/json', ...headers }, PATIENCE)

async function postNameless(path: string, body: BodyInit, headers: Record<string, string>, patience: number) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'omit',
      headers,
      body,
      signal: stop.signal,
    }).catch(() => {
      throw lostLine(stop.signal.aborted)
    })
    const told: unknown = await response.json().catch(() => null)
    if (!response.ok) throw refusalOf(response.status, told)
    return told
  } finally {
    clearTimeout(timer)
  }
}
