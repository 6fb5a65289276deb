/** A failure whose message is all the reader needs. */
export class Plain extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Everything the runner says goes to stderr: stdout belongs to the command it starts. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Says a line, keeps it company with what `state()` returns until the promise `work` settles, and says how long it took. */
export async function sayWhile(line, state, work) {
  const isScreen = process.stderr.isTTY
  const started = performance.now()
  const show = (word) => {
    const text = `${word} ${Math.round((performance.now() - started) / 1000)} s`
    process.stderr.write(isScreen ? `\r${line} ${text}   ` : `  ${text}\n`)
  }
  if (!isScreen) say(line)
  const timer = setInterval(() => show(state()), isScreen ? 500 : 15_000)
  try {
    await work
    show('✓')
  } finally {
    clearInterval(timer)
    if (isScreen) process.stderr.write('\n')
  }
}
