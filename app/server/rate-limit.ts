import { normalizeIP, type RateLimitPluginOptions } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { Accounts } from '../../kernel/accounts/accounts.ts'
import { Failure } from '../../kernel/contract/errors.ts'
import { headersOf } from './headers.ts'

type Doors = Pick<Accounts, 'accountOf'>

/** One screen takes dozens of the built files, once; an office behind one address takes them together. */
const FILES_FOR_ONE_REQUEST = 20

/** So many requests a minute: for whoever is signed in each alone, since an office shares one address; for strangers, and for files, by address. */
export const rateLimitOf = (accounts: Doors, perMinute: number): RateLimitPluginOptions => ({
  max: (request) => (isFile(request) ? perMinute * FILES_FOR_ONE_REQUEST : perMinute),
  timeWindow: '1 minute',
  keyGenerator: async (request) =>
    isFile(request)
      ? `files ${normalizeIP(request.ip)}`
      : ((await accountOf(accounts, request)) ?? normalizeIP(request.ip)),
  errorResponseBuilder: () => new Failure(429, '操作太频繁了，请等一分钟再试'),
})

const isFile = (request: FastifyRequest) => request.method === 'GET' && request.url.startsWith('/assets/')

/** While the database is away everybody is a stranger, and hears so from the route itself. */
const accountOf = (accounts: Doors, request: FastifyRequest) => accounts.accountOf(headersOf(request)).catch(() => null)
