import type { Keys } from './keys.ts'
import type { Suite } from './suites.ts'

/** Derives each key once. Values, files and indexes get keys of their own from the same secret. */
export function createKeyring(keys: Keys) {
  const derived = new Map<string, Buffer>()
  function secret(keyName: string): Buffer {
    const found = keys.dataKeys.get(keyName)
    if (!found) throw new Error(`缺少数据密钥“${keyName}”，请把旧密钥放回密钥文件。(Data key ${keyName} is missing.)`)
    return found
  }
  function once(name: string, make: () => Buffer): Buffer {
    const key = derived.get(name) ?? make()
    derived.set(name, key)
    return key
  }
  return {
    current: keys.current,
    secret,
    valueKey: (suite: Suite, keyName: string) =>
      once(`${suite.word} ${keyName}`, () => suite.deriveKey(secret(keyName), Buffer.alloc(0), 'nuanfeng value')),
    indexKey: (suite: Suite, kind: string) =>
      once(`${suite.word} index ${kind}`, () =>
        suite.deriveKey(keys.indexKey, Buffer.alloc(0), `nuanfeng index ${kind}`),
      ),
  }
}

export type Keyring = ReturnType<typeof createKeyring>
