// Hocuspocus as its users run it: the SQLite extension, everything else as it comes.
import { createRequire } from 'node:module'
import path from 'node:path'

const load = createRequire(path.join(process.env.MODULES, 'package.json'))
const { Server } = load('@hocuspocus/server')
const { SQLite } = load('@hocuspocus/extension-sqlite')
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions: [new SQLite({ database: path.join(process.env.DATA_DIR, 'documents.sqlite') })] }).listen()
