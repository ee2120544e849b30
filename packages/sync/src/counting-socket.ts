/** A WebSocket that tells how many changes of the document went out through it, to hold against what the server says is on disk. */
import { SYNC } from './frames.ts'

export interface SocketListener {
  readonly opened: () => void
  /** A sync step 2 or an update was handed over. */
  readonly sent: () => void
}

export function countingSocket(Base: typeof WebSocket, { opened, sent }: SocketListener): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      opened()
    }

    override send(data: string | Blob | BufferSource): void {
      super.send(data)
      if (data instanceof Uint8Array && changesDocument(data)) sent()
    }
  }
}

/** Sync step 2 (1) and update (2) change a document; sync step 1 (0) only asks. */
const changesDocument = (bytes: Uint8Array): boolean => bytes[0] === SYNC && (bytes[1] === 1 || bytes[1] === 2)
