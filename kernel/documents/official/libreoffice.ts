import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program', '/snap/bin'],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS'],
  win32: ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program'],
}

/**
 * A LibreOffice that can read Word files: the program named by `LIBREOFFICE`, else the first on the path, else where installers put it.
 * @param env the environment; `LIBREOFFICE` is the path of `soffice`
 * @returns its path, or undefined where there is none
 */
export function findLibreOffice(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.LIBREOFFICE) return canWrite(env.LIBREOFFICE) ? env.LIBREOFFICE : undefined
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...(places[process.platform] ?? [])]
  // On Windows soffice.com waits for its end and says what went wrong; soffice.exe does neither.
  const names = process.platform === 'win32' ? ['soffice.com'] : ['soffice', 'libreoffice']
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canWrite)
}

/** Distributions cut LibreOffice up: its program may be there, brought by the spreadsheet, without the part for texts beside it. */
function canWrite(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
    const folder = dirname(realpathSync(program))
    const isWhole = !existsSync(join(folder, 'soffice.bin'))
    return isWhole || readdirSync(folder).some((name) => /^(lib)?swlo\./.test(name))
  } catch {
    return false
  }
}
