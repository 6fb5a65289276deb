import { parentPort, workerData } from 'node:worker_threads'
import { writeCommented } from '../../kernel/documents/official/commented.ts'
import type { CommentedDocument } from '../../kernel/documents/official/types.ts'

parentPort?.postMessage(await writeCommented(workerData as CommentedDocument))
