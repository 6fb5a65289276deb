import './doors.css'
import { Link } from '../../navigation/navigation.tsx'
import { type DoorIcon, Icon } from './door-icons.tsx'

export interface Door {
  href: string
  title: string
  icon: DoorIcon
}

/** The ways in: eight at most, four a row, two in elder mode. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <nav aria-label="能办的事">
      <ul className="nf-doors">
        {doors.map((door) => (
          <li key={door.href}>
            <Link href={door.href} className="nf-door">
              <Icon name={door.icon} />
              {door.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
