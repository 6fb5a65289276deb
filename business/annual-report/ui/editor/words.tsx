import { createContext, useContext } from 'react'
import type { Token } from './document.ts'

/** What is known of a token at this moment. */
export interface Said {
  text: string
  title: string
  state: 'ready' | 'loading' | 'untold'
}
export type SayToken = (token: Token) => Said

const Words = createContext<SayToken>(() => ({ text: '…', title: '', state: 'loading' }))

/** Offers the live words of figures and targets to the tokens in the text. */
export const WordsRoot = Words.Provider
export const useWords = (): SayToken => useContext(Words)
