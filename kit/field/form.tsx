import type { ReactNode } from 'react'

/** Fields under each other. */
export function Form({ children }: { children: ReactNode }) {
  return <div className="nf-form">{children}</div>
}

/** Short fields side by side where there is room. */
export function FormPair({ children }: { children: ReactNode }) {
  return <div className="nf-form-pair">{children}</div>
}
