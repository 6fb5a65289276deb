import { useEffect, useRef } from 'react'
import { sentenceOf } from '../../../kit/api/index.ts'
import { useSay } from '../../../kit/index.ts'
import { lostLine, refusalOf } from '../../web/shared/send.ts'

/** Fetches one file as the post that asks, and hands it to the browser to be saved. @throws ApiError */
export async function saveFile(href: string, name: string, post: string): Promise<void> {
  const response = await fetch(href, { headers: { 'nf-post': post } }).catch(() => {
    throw lostLine(false)
  })
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A plain link cannot say in which post it is followed, so links to files are followed by hand. */
export function useFileLinks(post: string): void {
  const say = useSay()
  const latest = useRef(say)
  latest.current = say
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const href = link?.getAttribute('href')
      if (!href?.startsWith('/api/documents/')) return
      event.preventDefault()
      saveFile(href, link?.textContent || '附件', post).catch((error: unknown) =>
        latest.current(sentenceOf(error), 'bad'),
      )
    }
    document.addEventListener('click', follow, { capture: true })
    return () => document.removeEventListener('click', follow, { capture: true })
  }, [post])
}
