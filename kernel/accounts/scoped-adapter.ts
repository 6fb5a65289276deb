import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'

type Scopable = DBTransactionAdapter

/**
 * Holds every read and write of better-auth to one federation, so that its tables carry `federation_id` in their keys like all others and two
 * federations in one database never see each other's accounts.
 */
export function scopeAdapter(inner: DBAdapter, federationId: string): DBAdapter {
  return {
    ...scopeOperations(inner, federationId),
    transaction: (work) => inner.transaction((trx) => work(scopeOperations(trx, federationId))),
  }
}

function scopeOperations(inner: Scopable, federationId: string): Scopable {
  const within = <Q extends { where?: Where[] | undefined }>(query: Q): Q & { where: Where[] } => ({
    ...query,
    where: [...(query.where ?? []), { field: 'federationId', value: federationId }],
  })
  return {
    ...inner,
    create: (query) => inner.create({ ...query, data: { ...query.data, federationId } }),
    findOne: (query) => inner.findOne(within(query)),
    findMany: (query) => inner.findMany(within(query)),
    count: (query) => inner.count(within(query)),
    update: (query) => inner.update(within(query)),
    updateMany: (query) => inner.updateMany(within(query)),
    delete: (query) => inner.delete(within(query)),
    deleteMany: (query) => inner.deleteMany(within(query)),
    consumeOne: (query) => inner.consumeOne(within(query)),
    incrementOne: (query) => inner.incrementOne(within(query)),
  }
}
