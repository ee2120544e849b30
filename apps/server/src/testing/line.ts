/** A way to the database that can be cut off without a word, as a network does it. */
import net from 'node:net'

export interface Line {
  readonly url: string
  /** What goes through it now says and hears nothing more; who comes later gets through. @param who only connections that say this when they come: their name. */
  freeze(who?: string): void
  /** Who comes later waits as well. */
  freezeForGood(): void
  close(): void
}

export async function openLine(to: string): Promise<Line> {
  const there = new URL(to)
  const ends: { readonly socket: net.Socket; said: string }[] = []
  let forGood = false
  const between = net.createServer((here) => {
    const on = net.connect(Number(there.port), there.hostname)
    const [one, other] = [here, on].map((socket) => ({ socket: socket.on('error', () => {}), said: '' })) as [typeof ends[number], typeof ends[number]]
    ends.push(one, other)
    if (forGood) return
    here.once('data', (first) => { one.said = other.said = String(first) })
    here.pipe(on).pipe(here)
  })
  const freeze = (who = '') => { for (const { socket, said } of ends) if (said.includes(who)) socket.unpipe().pause() }
  await new Promise<void>((resolve) => { between.listen(0, '127.0.0.1', resolve) })
  const through = new URL(there)
  through.searchParams.delete('host')
  through.host = `127.0.0.1:${(between.address() as net.AddressInfo).port}`
  return {
    url: through.href,
    freeze,
    freezeForGood() {
      forGood = true
      freeze()
    },
    close() {
      for (const { socket } of ends) socket.destroy()
      between.close()
    },
  }
}
