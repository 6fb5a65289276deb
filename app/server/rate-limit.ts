import { normalizeIP, type RateLimitPluginOptions } from '@fastify/rate-limit'
import type { Accounts } from '../../kernel/accounts/accounts.ts'
import { Failure } from '../../kernel/contract/errors.ts'
import { headersOf } from './headers.ts'

/**
 * So many requests a minute: for whoever is signed in each alone, since an office shares one address; for strangers by their address. The built files are not
 * counted: they are the same for all, and one screen takes dozens.
 */
export const rateLimitOf = (accounts: Pick<Accounts, 'accountOf'>, perMinute: number): RateLimitPluginOptions => ({
  max: perMinute,
  timeWindow: '1 minute',
  allowList: (request) => request.method === 'GET' && request.url.startsWith('/assets/'),
  keyGenerator: async (request) => (await accounts.accountOf(headersOf(request))) ?? normalizeIP(request.ip),
  errorResponseBuilder: () => new Failure(429, '操作太频繁了，请等一分钟再试'),
})
