import { useLayoutEffect, useSyncExternalStore } from 'react'

const KEY = 'nf.elder'
const listeners = new Set<() => void>()
// A phone that refuses storage still gets the mode until the page is closed.
let unsaved: boolean | undefined

function isOn(): boolean {
  try {
    return unsaved ?? localStorage.getItem(KEY) === '1'
  } catch {
    return unsaved ?? false
  }
}

function set(on: boolean): void {
  unsaved = undefined
  try {
    localStorage.setItem(KEY, on ? '1' : '0')
  } catch {
    unsaved = on
  }
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  globalThis.addEventListener('storage', tell)
  return () => {
    listeners.delete(tell)
    globalThis.removeEventListener('storage', tell)
  }
}

/** 长辈版: text of at least 22 px and targets of at least 60 px, remembered on this phone. */
export function useElderMode(): { isElder: boolean; switchMode: () => void } {
  const isElder = useSyncExternalStore(subscribe, isOn, () => false)
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('nf-elder', isElder)
  }, [isElder])
  return { isElder, switchMode: () => set(!isElder) }
}
