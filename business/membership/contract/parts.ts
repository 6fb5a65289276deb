import { z } from 'zod'
import { shapes } from '../../../kernel/contract/contract.ts'
import { orgPathShape } from '../../../kernel/org/contract.ts'

export const keys = <K extends string>(of: Record<K, unknown>) => z.enum(Object.keys(of) as [K, ...K[]])

/** Who somebody is, as typed. A document number tells the birthday; of a passport it is typed. */
export const typedIdentity = {
  name: shapes.line(50),
  idKind: z.enum(['resident', 'passport']).default('resident'),
  idNumber: z.string('请填写证件号码').trim().min(1, '请填写证件号码').max(60, '证件号码太长，请核对'),
  birthOn: shapes.day.optional(),
  sex: z.enum(['male', 'female']).optional(),
}

/** Where somebody works: a firm of the registry, or a firm by name, an occupation of new-form employment, or none, with the street. */
export const workplace = {
  enterpriseId: shapes.id.optional(),
  enterpriseName: shapes.text(100).default(''),
  newFormKind: z.string().max(40).default(''),
  occupation: shapes.text(50).default(''),
  street: orgPathShape.optional(),
  /** A union of a trade in that street, in place of the pool. */
  unionId: shapes.id.optional(),
}
