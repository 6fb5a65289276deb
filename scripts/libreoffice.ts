import { findLibreOffice } from '../kernel/documents/official/libreoffice.ts'
import { aptInstall, canApt } from './apt.ts'

/** A LibreOffice with Writer, brought here as Debian's package when there is none and the machine allows it; nothing when that does not work. */
export async function bringLibreOffice(): Promise<string | undefined> {
  const found = findLibreOffice()
  if (found || process.env.LIBREOFFICE || !canApt()) return found
  return (await aptInstall('libreoffice-writer-nogui', 'fonts-noto-cjk')) ? findLibreOffice() : undefined
}
