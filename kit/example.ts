import type { ComponentType } from 'react'

/** One way a part can look, shown on the gallery page. */
export interface Example {
  title: string
  show: ComponentType
  /** A whole page: shown in a window of its own on the gallery. */
  isPage?: boolean
}

/** What every `examples.tsx` exports as `gallery`. */
export interface GalleryEntry {
  name: string
  /** When to use it, one plain sentence. */
  use: string
  /** Hall parts are shown on a phone-sized sheet. */
  hall?: boolean
  /** Small parts are shown beside each other. */
  isSmall?: boolean
  examples: Example[]
}
