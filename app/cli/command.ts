import type { z } from 'zod'
import type { Config } from '../server/config.ts'
import type { Furnished } from '../server/furnish.ts'

/** What a command answers: the text for the screen, and whether all is well (else exit code 1). */
export type Outcome = { text: string; ok: boolean }

/** What a command works with: the open house, and where it may tell how far it is. `secret` is what was asked on the keyboard. */
export type Room = Pick<Furnished, 'house' | 'accounts'> & {
  config: Config
  say: (line: string) => void
  secret?: string
}

type Plate<I> = {
  /** One word, or two: `user add`. */
  name: string
  /** What stands behind the name: `--year 2023 [--org 代码]`. */
  usage: string
  /** One line of `help`. */
  help: string
  /** `text` takes a value, `flag` none. */
  options: Readonly<Record<string, 'text' | 'flag'>>
  /** Names of the words behind the command that belong to no option, as fields of `input`. */
  words: readonly string[]
  input: z.ZodType<I>
  /** Which of these name places on the caller's disk: made absolute before they travel to the server. */
  places?: readonly string[]
  /** Asks on the keyboard for what may not stand in the command line. */
  ask?: (input: I) => Promise<string>
  /** What it can still do where no data have been set up: then none are made for it. */
  withoutHouse?: (input: I, say: Room['say']) => Promise<Outcome>
}

/** Either it works in an open house, here or in the running server, or it needs the data folder to itself. */
export type Command<I = unknown> = Plate<I> &
  (
    | { where: 'house'; run(room: Room, input: I): Promise<Outcome> }
    | { where: 'alone'; run(config: Config, input: I, say: Room['say']): Promise<Outcome> }
  )

/** Holds a command to the type of its own input; gives it back widened so that commands stand in one table. */
export const defineCommand = <I>(command: Command<I>): Command => command as unknown as Command

export const done = (text: string): Outcome => ({ text, ok: true })
