import { useParams } from 'react-router'
import type { MatterPlace } from '../../kit/hall/index.ts'
import { lines } from './lines.tsx'
import { NoSuchPage } from './no-such-page.tsx'

/** One matter, shown by its line. */
export function Matter({ place }: { place: MatterPlace }) {
  const { line } = useParams()
  const found = lines.find(({ slug }) => slug === line)
  return found ? <found.Matter place={place} /> : <NoSuchPage />
}
