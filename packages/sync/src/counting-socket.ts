/** A WebSocket that tells how many changes of the document went out through it, to hold against what the server says is on disk. */
import { changesDocument } from './frames.ts'

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
