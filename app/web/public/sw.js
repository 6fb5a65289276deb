/**
 * Keeps the hall at hand where there is no network: the page as last seen, and the hashed files that never change. Answers of the server are never kept
 * here: what a worker wrote lies in the draft, and what concerns a matter must not stay on a phone that others hold too.
 */
const KEPT = 'hall-1'
const PAGE = '/'
const isDesk = (path) => /^\/(console|gallery|setup|api|healthz|readyz|metrics)(\/|$)/.test(path)

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.add(PAGE)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(old())
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || isDesk(pathname)) return
  if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request))
  else if (event.request.mode === 'navigate') event.respondWith(freshPage(event.request))
})

async function keptFirst(request) {
  const found = await caches.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone())
  return answer
}

/** The hall is one page whatever its address. */
async function freshPage(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(KEPT)).put(PAGE, answer.clone())
    return answer
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}
