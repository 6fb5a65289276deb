import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

// Without letters and digits that are taken for one another when read from a slip of paper.
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const
const length = 14

/** A password for the first sign-in: 14 characters of three kinds, about 80 bits. */
export function makePassword(): string {
  for (;;) {
    const all = kinds.join('')
    const made = Array.from({ length }, () => all[randomInt(all.length)]).join('')
    if (kinds.every((kind) => [...made].some((letter) => kind.includes(letter)))) return made
  }
}

/** A password typed on the keyboard without showing; at a terminal only. An empty line means: make one. */
export async function typePassword(): Promise<string> {
  if (!process.stdin.isTTY) return ''
  process.stderr.write('请输入初始密码（不显示；直接回车则由系统生成）：')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return (await reader.question('')).trim()
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

/** The first line of what is piped in. */
export async function pipedPassword(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line.trim()
  return ''
}
