import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Letter = { to: string[]; isEncrypted: boolean; head: string; subject: string; text: string }
export type PostOffice = {
  letters: Letter[]
  /** What the server answers to a recipient; undefined = takes it. */
  refuse: (address: string) => { code: number; message: string } | undefined
  url: (user?: string) => string
  close(): Promise<void>
}

/** A real mail server on this machine that keeps what it was given, for tests. `secure`: TLS from the first byte, with a certificate nobody vouches for. */
export async function postOffice(
  options: { secure?: boolean; login?: { user: string; password: string } } = {},
): Promise<PostOffice> {
  const letters: Letter[] = []
  const office: PostOffice = { letters, refuse: () => undefined, url: () => '', close: async () => {} }
  const server = new SMTPServer({
    secure: options.secure ?? false,
    hideSTARTTLS: !options.secure,
    disabledCommands: options.login ? [] : ['AUTH'],
    allowInsecureAuth: true,
    ...handlers(office, options.login),
  })
  server.on('error', () => {}) // a client that breaks off during the TLS handshake is what one test is about
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  office.url = (login = '') => `${options.secure ? 'smtps' : 'smtp'}://${login}127.0.0.1:${port}`
  office.close = () => new Promise((done) => void server.close(() => done()))
  return office
}

const handlers = (office: PostOffice, login?: { user: string; password: string }): SMTPServerOptions => ({
  onAuth(auth, _session, done) {
    const isRight = auth.username === login?.user && auth.password === login?.password
    if (isRight) done(null, { user: auth.username })
    else done(new Error('Invalid username or password'))
  },
  onRcptTo(address, _session, done) {
    const refusal = office.refuse(address.address)
    done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null)
  },
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address)
      office.letters.push({ to, isEncrypted: session.secure, ...readLetter(Buffer.concat(parts).toString()) })
      done()
    })
  },
})

/** The parts of a plain text letter (RFC 2045–2047). */
function readLetter(raw: string): { head: string; subject: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? ''
  const encoding = /^Content-Transfer-Encoding: (.*)$/m.exec(unfolded)?.[1]?.trim()
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? readQuoted(body.replace(/=\r\n/g, ''))
        : body
  return { head: unfolded, subject: readWords(subject), text: text.replaceAll('\r\n', '\n') }
}

const readWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : readQuoted(word.replaceAll('_', ' ')),
    )
    .trim()

const readQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
