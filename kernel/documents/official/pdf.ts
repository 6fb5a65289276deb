import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fontRules } from './font-rules.ts'
import { findLibreOffice } from './libreoffice.ts'

export type PdfOptions = {
  /** The path of `soffice`; found on the machine when not given. */
  program?: string
  /** How long one document may take, in milliseconds. */
  timeout?: number
}

const TWO_MINUTES = 120_000
let last: Promise<unknown> = Promise.resolve()

/**
 * A Word file as PDF through LibreOffice, one at a time; another waits its turn. Works in a folder of its own, removed afterwards.
 * @returns the PDF, or null where no LibreOffice with Writer is on the machine
 * @throws Error when LibreOffice cannot read the file or takes longer than `timeout`
 */
export function toPdf(
  docx: Buffer,
  { program = findLibreOffice(), timeout = TWO_MINUTES }: PdfOptions = {},
): Promise<Buffer | null> {
  if (!program) return Promise.resolve(null)
  const turn = last.then(() => convert(docx, program, timeout))
  last = turn.catch(() => undefined)
  return turn
}

async function convert(docx: Buffer, program: string, timeout: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'nf-pdf-'))
  try {
    await writeFile(join(folder, 'document.docx'), docx)
    await writeFile(join(folder, 'fonts.conf'), fontRules())
    const said = await run(program, folder, timeout)
    return await readFile(join(folder, 'document.pdf')).catch(() => {
      throw new Error(`LibreOffice made no PDF: ${said}`)
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What the program said, once it has ended. The environment it gets holds no secrets of this process. */
function run(program: string, folder: string, timeout: number): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const args = [
    profile,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'pdf:writer_pdf_Export',
    '--outdir',
    folder,
    join(folder, 'document.docx'),
  ]
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // soffice starts a second program; as leader of a group both can be ended.
  const child = spawn(program, args, {
    cwd: folder,
    env: environment(folder),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2000)
    })
  }
  const timer = setTimeout(() => {
    endGroup(child.pid)
    child.kill('SIGKILL')
    reject(new Error(`LibreOffice took longer than ${timeout} ms`))
  }, timeout)
  child.on('error', reject).on('close', () => resolve(said.trim()))
  return promise.finally(() => clearTimeout(timer))
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined || process.platform === 'win32') return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in this very moment.
  }
}

const passed = ['PATH', 'SystemRoot', 'SystemDrive', 'ProgramFiles', 'ProgramData', 'windir'] as const

function environment(folder: string): NodeJS.ProcessEnv {
  const kept = passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  const own = {
    HOME: folder,
    USERPROFILE: folder,
    APPDATA: folder,
    LOCALAPPDATA: folder,
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
  }
  return { ...Object.fromEntries(kept), ...own, LANG: 'C.UTF-8', FONTCONFIG_FILE: join(folder, 'fonts.conf') }
}
