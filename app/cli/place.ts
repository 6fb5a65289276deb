import { resolve } from 'node:path'

/** A path as the person at the keyboard means it: npm runs commands in the project's folder and keeps theirs in INIT_CWD. */
export const placeOf = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)
