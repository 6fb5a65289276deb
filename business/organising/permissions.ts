import { definePermissions, type Reach } from '../../kernel/access/permissions.ts'

const officers = { district_officer: 'all', street_officer: 'subtree', community_officer: 'subtree' } as const
/** 上一级工会: approves; never the community that prepared it. */
const upper = { district_officer: 'all', street_officer: 'subtree' } as const satisfies Record<string, Reach>
/** The registration organ is the county-level union (总工办发〔2020〕20号). */
const organ = { district_officer: 'all' } as const satisfies Record<string, Reach>
const own = { worker: 'own', informant: 'own', enterprise_chair: 'own' } as const satisfies Record<string, Reach>

/** Who may do what with a founding. An enterprise chair sees none but the own wishes: whose wish it was must not reach the employer. */
export const permissions = definePermissions({
  'organising.read': { district_leader: 'all', ...officers },
  'organising.savePaper': { district_leader: 'all', ...officers },
  'organising.wish': own,
  'organising.reveal': officers,
  'organising.receive': officers,
  'organising.contact': officers,
  'organising.note': officers,
  'organising.prepare': officers,
  'organising.approvePrep': upper,
  'organising.refusePrep': upper,
  'organising.recruit': officers,
  'organising.unrecruit': officers,
  'organising.elect': officers,
  'organising.electAgain': officers,
  'organising.report': officers,
  'organising.approve': upper,
  'organising.sendBack': upper,
  'organising.seal': officers,
  'organising.applyLegal': officers,
  'organising.register': organ,
  'organising.returnLegal': organ,
  'organising.enter': officers,
  'organising.linkDues': officers,
  'organising.pause': officers,
  'organising.resume': officers,
  'organising.resumeRecruiting': officers,
  'organising.drop': officers,
})
