import { checkPhone } from '../people/identity.ts'

/** A mainland mobile number as the registry of persons keeps it, from what people type, or null: both must give one and the same blind index. */
export function findPhone(typed: string): string | null {
  const checked = checkPhone(typed)
  return checked.ok ? checked.value : null
}
