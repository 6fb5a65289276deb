import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { aptInstall, canApt } from './apt.ts'
import { runCommand } from './run-command.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
]

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A Chromium that is already on this machine: CHROMIUM_PATH, then the system's, then Playwright's own download. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...places, chromium.executablePath()].find(isProgram)
}

/** A Chromium, brought here when there is none: Debian's package as root, else Playwright's download. Nothing when neither works. */
export async function bringChromium(): Promise<string | undefined> {
  const found = findChromium()
  if (found || process.env.CHROMIUM_PATH) return found
  if (canApt() && (await aptInstall('chromium', 'fonts-noto-cjk'))) {
    const installed = findChromium()
    if (installed) return installed
  }
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  if (existsSync(cli)) await runCommand(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  return findChromium()
}
