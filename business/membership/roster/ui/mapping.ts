import type { z } from 'zod'
import type { Mapping as Shape } from '../contract.ts'

export type Mapping = z.output<typeof Shape>
