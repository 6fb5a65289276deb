import { existsSync } from 'node:fs'
import { runCommand } from './run-command.ts'

/** Whether Debian packages may be installed here: Debian or a relative, as root. */
export const canApt = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs Debian packages and waits for another apt that is at work; false when it did not succeed. What apt says goes to stderr. */
export async function aptInstall(...packages: string[]): Promise<boolean> {
  console.error(`正在安装 Debian 软件包 Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    runCommand('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 2, 2] })
  return (await apt('update')) === 0 && (await apt('install', '-y', '--no-install-recommends', ...packages)) === 0
}
