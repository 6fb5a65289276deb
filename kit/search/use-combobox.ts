import { type KeyboardEvent, useState } from 'react'
import { nextPlace } from './next-place.ts'

interface Combobox<Item> {
  listId: string
  items: readonly Item[]
  isOpen: boolean
  onChoose: (item: Item) => void
}

/** A text box that steers a list: arrows walk, Enter chooses. The rows carry the ids `${listId}-${index}`. */
export function useCombobox<Item>({ listId, items, isOpen, onChoose }: Combobox<Item>) {
  const [place, setPlace] = useState(0)
  const chosen = items[place]
  const press = (event: KeyboardEvent) => {
    // Enter that ends the writing of a Chinese word chooses nothing.
    if (event.nativeEvent.isComposing || !isOpen) return
    const next = nextPlace(event.key, place, items.length)
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next !== undefined) setPlace(next)
    else if (chosen) onChoose(chosen)
  }
  const box = {
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-activedescendant': isOpen && chosen ? `${listId}-${place}` : undefined,
    onKeyDown: press,
  } as const
  return { place, box, restart: () => setPlace(0) }
}
