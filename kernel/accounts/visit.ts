import { AsyncLocalStorage } from 'node:async_hooks'

/** How a person proves who they are. */
export type Method = 'password' | 'two_factor' | 'phone_code'

/** What better-auth's callbacks need to know and it does not pass on. The phone lives here only while its code is being sent. */
export type Visit = { method: Method; phone?: string }

const visits = new AsyncLocalStorage<Visit>()

export const duringVisit = <T>(visit: Visit, work: () => Promise<T>): Promise<T> => visits.run(visit, work)

export function currentVisit(): Visit {
  const visit = visits.getStore()
  if (!visit) throw new Error('better-auth was called past the doors')
  return visit
}
