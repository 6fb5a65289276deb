import { isMainThread } from 'node:worker_threads'

// npm, asked to stop, ends only the shell between itself and us. Without this the program would stay behind, unseen, with the database open.
const parent = process.ppid
const timer = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(timer)
  process.kill(process.pid, 'SIGTERM')
}, 500).unref()
if (!isMainThread) clearInterval(timer)
