import './gallery.css'
import { useSyncExternalStore } from 'react'
import type { Example, GalleryEntry } from '../../../kit/example.ts'

const files = import.meta.glob<{ gallery: GalleryEntry }>('../../../kit/**/examples.tsx', { eager: true })
const entries = Object.values(files)
  .map((file) => file.gallery)
  .sort((a, b) => Number(a.hall ?? false) - Number(b.hall ?? false) || a.name.localeCompare(b.name))

function subscribe(tell: () => void) {
  globalThis.addEventListener('hashchange', tell)
  return () => globalThis.removeEventListener('hashchange', tell)
}

const place = () => decodeURIComponent(globalThis.location.hash.slice(1))

/** Every part of the kit on one page; `#CaseTable` shows one alone, `#CaseTable/各业务待办` one of its examples bare. */
export function Gallery() {
  const [name, title] = useSyncExternalStore(subscribe, place).split('/')
  const chosen = entries.filter((entry) => !name || entry.name === name)
  const bare = title && chosen[0]?.examples.find((example) => example.title === title)
  if (bare) return <Bare entry={chosen[0]!} example={bare} />
  return (
    <div className="gallery">
      <header>
        <h1>部件一览</h1>
        <nav aria-label="部件">
          <a href="#/">全部</a>
          {entries.map((entry) => (
            <a key={entry.name} href={`#${entry.name}`}>
              {entry.name}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {chosen.map((entry) => (
          <Entry key={entry.name} entry={entry} />
        ))}
      </main>
    </div>
  )
}

interface Shown {
  entry: GalleryEntry
  example: Example
}

/** Alone, as wide as the window. */
function Bare({ entry, example }: Shown) {
  if (example.isPage) return <example.show />
  return (
    <main className={entry.hall ? 'nf-hall gallery-bare' : 'gallery-bare'}>
      <example.show />
    </main>
  )
}

function Sheet({ entry, example }: Shown) {
  return (
    <div className={entry.hall ? 'nf-hall gallery-phone' : undefined}>
      <example.show />
    </div>
  )
}

function Window({ entry, example }: Shown) {
  return (
    <iframe
      className={entry.hall ? 'gallery-window gallery-window-hall' : 'gallery-window'}
      title={`${entry.name}：${example.title}`}
      src={`#${entry.name}/${example.title}`}
    />
  )
}

function Entry({ entry }: { entry: GalleryEntry }) {
  return (
    <section className="gallery-entry" aria-labelledby={entry.name}>
      <h2 id={entry.name}>
        {entry.name} <small>{entry.hall ? '大厅' : '工作台'}</small>
      </h2>
      <p className="nf-soft">{entry.use}</p>
      <div className={`gallery-sheets${entry.hall ? ' gallery-phones' : ''}${entry.isSmall ? ' gallery-row' : ''}`}>
        {entry.examples.map((example) => (
          <section key={example.title} className="gallery-example" aria-label={`${entry.name}：${example.title}`}>
            <p className="gallery-title">
              <a href={`#${entry.name}/${example.title}`}>{example.title}</a>
            </p>
            {example.isPage ? <Window entry={entry} example={example} /> : <Sheet entry={entry} example={example} />}
          </section>
        ))}
      </div>
    </section>
  )
}
