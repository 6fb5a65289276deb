/** Line drawings by what they picture, 24 × 24. */
const paths = {
  speech: 'M4 5h16v12h-9l-4 4v-4H4z',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zm-7.5 9a7.5 7.5 0 0115 0',
  pin: 'M12 21s-7-6-7-11a7 7 0 0114 0c0 5-7 11-7 11zm0-8.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  heart: 'M12 20S4 15 4 9a4.3 4.3 0 018-2 4.3 4.3 0 018 2c0 6-8 11-8 11z',
  scales: 'M12 4v16m-5 0h10M5 7h14M5 7l-3 6h6zm14 0l-3 6h6z',
  cap: 'M2 10l10-5 10 5-10 5zm4 2.5V17c2 2 10 2 12 0v-4.5',
  bandage: 'M4 14L14 4a4.2 4.2 0 016 6L10 20a4.2 4.2 0 01-6-6zm4-4l6 6m-3.5-4.5h.01m2 2h.01',
  calendar: 'M4 6h16v14H4zm0 4h16M8 3v4m8-4v4',
  house: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
} as const

export type DoorIcon = keyof typeof paths

export function Icon({ name }: { name: DoorIcon }) {
  return (
    <svg className="nf-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
