/** A reason not to start that the operator can act on: the message is the whole story, in Chinese; no stack is needed. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}
