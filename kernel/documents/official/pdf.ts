import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail } from '../../contract/errors.ts'
import { fontRules } from './font-rules.ts'
import { findLibreOffice } from './libreoffice.ts'
import { createTurns } from './turns.ts'

export type PdfOptions = {
  /** The path of `soffice`; found on the machine when not given. */
  program?: string
  /** How long one document may take, in milliseconds. */
  timeout?: number
  /** How long one waits for its turn, in milliseconds. */
  patience?: number
}

const TWO_MINUTES = 120_000
const HALF_A_MINUTE = 30_000
const takeTurn = createTurns()
const busy = '前面还有文件在转 PDF，一直没有轮到，请过几分钟再试，或先下载 Word'

/**
 * A Word file as PDF through LibreOffice, one at a time; another waits its turn. Works in a folder of its own, removed afterwards. Not to be called in a
 * transaction: it takes seconds.
 * @returns the PDF, or null where no LibreOffice with Writer is on the machine
 * @throws Failure 503 when its turn has not come within `patience`; Error when LibreOffice cannot read the file or takes longer than `timeout`
 */
export async function toPdf(
  docx: Buffer,
  { program = findLibreOffice(), timeout = TWO_MINUTES, patience = HALF_A_MINUTE }: PdfOptions = {},
): Promise<Buffer | null> {
  if (!program) return null
  const endTurn = (await takeTurn(patience)) ?? fail(503, busy)
  try {
    return await convert(docx, program, timeout)
  } finally {
    endTurn()
  }
}

async function convert(docx: Buffer, program: string, timeout: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'nf-pdf-'))
  const limit = AbortSignal.timeout(timeout)
  const step = async (from: string, to: string, format: string): Promise<Buffer> => {
    const said = await run(program, folder, [format, '--outdir', folder, join(folder, from)], limit)
    if (limit.aborted) throw new Error(`LibreOffice took longer than ${timeout} ms`)
    return await readFile(join(folder, to)).catch(() => {
      throw new Error(`LibreOffice made no PDF: ${said}`)
    })
  }
  try {
    await writeFile(join(folder, 'fonts.conf'), fontRules())
    await writeFile(join(folder, 'document.docx'), docx)
    const open = await step('document.docx', 'document.fodt', 'fodt')
    await writeFile(join(folder, 'document.fodt'), setTight(open.toString()))
    return await step('document.fodt', 'document.pdf', 'pdf:writer_pdf_Export')
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * LibreOffice does not take over from a Word file that nothing stands between digits and Chinese, nor that no mark hangs over the edge, where it may not
 * be drawn at all (7.4). In its own format both can be told.
 */
const setTight = (fodt: string): string =>
  fodt
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"')

/** What the program said, once it has ended or was ended at the limit. The environment it gets holds no secrets of this process. */
function run(program: string, folder: string, what: readonly string[], limit: AbortSignal): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // soffice starts a second program; as leader of a group both can be ended.
  const child = spawn(program, [profile, '--headless', '--norestore', '--nolockcheck', '--convert-to', ...what], {
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
  const end = () => {
    endGroup(child.pid)
    child.kill('SIGKILL')
    resolve(said)
  }
  limit.addEventListener('abort', end, { once: true })
  child.on('error', reject).on('close', () => resolve(said.trim()))
  return promise.finally(() => limit.removeEventListener('abort', end))
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
