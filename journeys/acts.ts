import type { Page } from 'playwright-core'

type Dialog = ReturnType<Page['getByRole']>

/** Presses a verb of the record, fills in its dialog, and sends it off. `send` when the button in the dialog says something else. */
export async function act(
  page: Page,
  verb: string,
  fill: (dialog: Dialog) => Promise<void> = async () => {},
  send = verb,
): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: send, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
