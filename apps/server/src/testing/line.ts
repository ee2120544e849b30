/** A way to the database that can be cut off without a word, as a network does it. */
import net from 'node:net'

export interface Line {
  readonly url: string
  /** What goes through it now says and hears nothing more; who comes later gets through. */
  freeze(): void
  close(): void
}

export async function openLine(to: string): Promise<Line> {
  const there = new URL(to)
  const ends: net.Socket[] = []
  const between = net.createServer((here) => {
    const on = net.connect(Number(there.port), there.hostname)
    ends.push(here.on('error', () => {}), on.on('error', () => {}))
    here.pipe(on).pipe(here)
  })
  await new Promise<void>((resolve) => { between.listen(0, '127.0.0.1', resolve) })
  const through = new URL(there)
  through.searchParams.delete('host')
  through.host = `127.0.0.1:${(between.address() as net.AddressInfo).port}`
  return {
    url: through.href,
    freeze() { for (const end of ends) end.unpipe().pause() },
    close() {
      for (const end of ends) end.destroy()
      between.close()
    },
  }
}
