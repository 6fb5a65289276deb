import type { Follower } from './inspect.ts'
import { type Kind, refuse } from './kinds.ts'

const HEAD = 4096
// Listed by number: a control character in an expression cannot be read.
const isControl = (code: number) => (code < 32 && ![9, 10, 12, 13, 26].includes(code)) || code === 127
const MARKUP =
  /^\s*(<[!?/a-z]|#!|@echo\b|\{\\rtf|%!ps)|<(!doctype|html|head|body|script|svg|iframe|object|embed|meta|style)\b|<\?(php|xml)\b/i

/** The encodings in use: UTF-8 with or without mark, GB 18030 of older Windows, UTF-16 with mark ("Unicode" of Notepad and Excel). */
function candidates(start: Buffer): TextDecoder[] {
  const encodings =
    start[0] === 0xff && start[1] === 0xfe
      ? ['utf-16le']
      : start[0] === 0xfe && start[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030']
  return encodings.map((encoding) => new TextDecoder(encoding, { fatal: true }))
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) return true
  return false
}

/** Reads a file through as text in every encoding it may have; what stays readable to the end is text. Refuses web pages and scripts. */
export function textFollower(): Follower {
  let readings: { decoder: TextDecoder; head: string }[] | undefined
  const read = (reading: { decoder: TextDecoder; head: string }, chunk: Buffer, isLast: boolean): boolean => {
    try {
      const text = reading.decoder.decode(chunk, { stream: !isLast })
      if (reading.head.length < HEAD) reading.head += text.slice(0, HEAD)
      return !hasControl(text)
    } catch {
      return false
    }
  }
  const take = (chunk: Buffer, isLast = false) => {
    readings ??= candidates(chunk).map((decoder) => ({ decoder, head: '' }))
    readings = readings.filter((reading) => read(reading, chunk, isLast))
  }
  return {
    take,
    kinds(): Kind[] {
      take(Buffer.alloc(0), true)
      const [reading] = readings ?? []
      if (!reading) return []
      return MARKUP.test(reading.head) ? refuse.markup() : ['txt', 'csv']
    },
  }
}
