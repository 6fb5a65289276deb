import { RateUnion } from './hall-rate.tsx'

/** The message that asks leads here. */
export default function AskedToRate() {
  return <RateUnion />
}
