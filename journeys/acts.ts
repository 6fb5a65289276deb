import type { BrowserContext, Page } from 'playwright-core'

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
  await dialog.waitFor()
  // While it grows, what is pressed may have moved on before the button is let go.
  await page.locator('.ant-zoom-appear, .ant-zoom-enter').first().waitFor({ state: 'detached' })
  await fill(dialog)
  await dialog.getByRole('button', { name: send, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** What a screen would send, in the name of whoever is signed in. */
export async function ask<T>(context: BrowserContext, path: string, data: object): Promise<T> {
  const me = (await (await context.request.get('/api/auth/me')).json()) as {
    posts: { id: string }[]
  }
  const headers = {
    'nf-post': me.posts[0]?.id ?? '',
    'idempotency-key': crypto.randomUUID(),
  }
  const answer = await context.request.post(`/api/${path}`, { data, headers })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}
