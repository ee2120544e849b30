/** Keeps every screen true: one stream tells that something was decided, and what shows it is fetched anew. */
import { PREFIX } from '@draagvlak/api/endpoint'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'

type Told = { readonly stream: string; readonly revision: number } | { readonly gap: true }
/** Lists that show a little of everything: any change may show in them. */
const EVERYWHERE: readonly unknown[] = ['/home', '/dossiers', '/statements', '/dossiers/:dossierId', '/search']

/** Whether a query shows something of this stream (`statement/<id>`, `dossier/<id>`, `organisation/<id>`). */
export function shows(key: QueryKey, stream: string): boolean {
  const id = stream.split('/')[1] ?? stream
  // Partners and rights of a dossier show in every text of it, whose query does not name the dossier.
  const ofTexts = stream.startsWith('dossier/') && String(key[0]).startsWith('/statements')
  return EVERYWHERE.includes(key[0]) || ofTexts || JSON.stringify(key).includes(id) || (stream.startsWith('organisation/') && key[0] !== '/session')
}

export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource(`${PREFIX}/events/live`)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Told
      void queries.invalidateQueries('gap' in told ? {} : { predicate: ({ queryKey }) => shows(queryKey, told.stream) })
    }
    return () => source.close()
  }, [queries])
}
