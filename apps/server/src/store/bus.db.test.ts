/** PostgreSQL as the bus between nodes passes its suite; a node alone costs the database nothing, and is not alone any more when another comes. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshDatabase } from '../testing/house.ts'
import { openLine } from '../testing/line.ts'
import { postgresBus } from './bus.ts'
import { busContract, listener } from './bus-contract.ts'
import { connect, type Connection } from './database.ts'

describe('the bus in PostgreSQL', () => {
  let connection: Connection
  beforeAll(async () => { connection = connect(await freshDatabase(), 6) })
  afterAll(() => connection.close())
  const join = () => postgresBus(connection)
  const cut = async () => { await connection.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'draagvlak node'") }

  busContract(() => Promise.resolve({ join, cut }))

  test('a node that is alone bothers the database no more, and a newcomer hears everything from its hello on', async () => {
    const eavesdropper = new pg.Client({ connectionString: connection.url })
    await eavesdropper.connect()
    const overheard: string[] = []
    eavesdropper.on('notification', ({ payload = '' }) => overheard.push(payload))
    await eavesdropper.query('listen rooms')
    const alone = join()
    const here = await listener(alone)
    let word = 0
    await vi.waitFor(async () => { // until it has seen that nobody else is there
      const before = overheard.length
      await alone.publish('rooms', `vroeg ${word += 1}`)
      await here.until(() => here.heard.includes(`rooms vroeg ${word}`))
      await eavesdropper.query('select 1')
      expect(overheard).toHaveLength(before)
    }, { timeout: 15_000, interval: 100 })
    const before = overheard.length
    await alone.publish('rooms', 'alleen')
    await here.until(() => here.heard.includes('rooms alleen'))
    await eavesdropper.query('select 1')
    await alone.publishToOthers('rooms', () => { throw new Error('made for nobody') })
    expect(overheard).toHaveLength(before)

    const newcomer = join()
    const there = await listener(newcomer)
    await newcomer.publish('rooms', 'hallo')
    await here.until(() => here.heard.includes('rooms hallo')) // its hello was heard before this
    await alone.publish('rooms', 'samen')
    await alone.publishToOthers('rooms', () => ['een', 'twee'])
    await there.until(() => there.heard.includes('rooms samen') && there.heard.includes('rooms twee'))
    await Promise.all([here.stop(), there.stop(), eavesdropper.end()])
  })
  test('who comes back and can not say hello at first says it again, and looks for what it missed', async () => {
    let fails = 0
    const speaker: Connection['speaker'] = { ...connection.speaker, query: (asked) => ((fails -= 1) >= 0 ? Promise.reject(new Error('the database was away')) : connection.speaker.query(asked)) }
    const here = await listener(postgresBus({ url: connection.url, speaker }))
    const before = here.gaps()
    fails = 1
    await cut()
    await here.until(() => here.gaps() > before)
    expect(fails).toBeLessThan(0)
    await here.stop()
  })
  test('a connection that was cut off without a word is given up, and what was missed is looked for', async () => {
    const line = await openLine(connection.url)
    const here = await listener(postgresBus({ url: line.url, speaker: connection.speaker }, { patience: 300 }))
    const other = join()
    const there = await listener(other)
    const before = here.gaps()
    line.freeze()
    await here.until(() => here.gaps() > before)
    await other.publish('awareness', 'weer')
    await here.until(() => here.heard.includes('awareness weer'))
    await Promise.all([here.stop(), there.stop()])
    line.close()
  })
})
