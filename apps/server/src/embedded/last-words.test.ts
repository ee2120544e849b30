/** Of what PostgreSQL said, the sentence about why it ended. */
import { expect, test } from 'vitest'
import { lastWords } from './last-words.ts'

test('the last fault of its own counts, not what it told visitors on the way', () => {
  const said = [
    '[9] FATAL:  password authentication failed for user "app"',
    '[12] PANIC:  could not write to file "pg_wal/xlogtemp.12": No space left on device',
    '[15] FATAL:  could not write to file "pg_wal/xlogtemp.15": No space left on device',
    '[16] FATAL:  the database system is in recovery mode',
    '[1] LOG:  aborting startup due to startup process failure',
  ].join('\n')
  expect(lastWords(said)).toBe('could not write to file "pg_wal/xlogtemp.15": No space left on device')
  expect(lastWords('[1] LOG:  database system is shut down')).toBe(null)
})
