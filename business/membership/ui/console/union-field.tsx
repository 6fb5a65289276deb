import { UnionField as AnyUnionField, type UnionFieldProps } from '../../../../kit/index.ts'

/** A union that may take somebody in: any of the own subtree but the district itself and the pools. */
export const UnionField = (props: UnionFieldProps) => (
  <AnyUnionField {...props} isFor={({ kind, path }) => kind !== 'district' && !path.endsWith('.pool.')} />
)
