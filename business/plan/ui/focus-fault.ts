import { useEffect } from 'react'

/** Takes the caret to the first box at fault of the open dialog, whenever it has been refused. @param problem what was said of the whole */
export function useFocusFault(problem: string | undefined): void {
  useEffect(() => {
    if (problem) document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus()
  }, [problem])
}
