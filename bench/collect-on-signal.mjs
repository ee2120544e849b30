// Loaded into a measured server: on SIGUSR2 it throws away its garbage, so that memory is what is held and not what was used.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) process.on('SIGUSR2', () => { for (let time = 0; time < 2; time += 1) globalThis.gc?.() })
