/** One throw-away PostgreSQL per run, as durable as the real one since servers refuse any other, with the migrated schema as a template to clone. TEST_DATABASE_URL uses another server. */
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { serverFolder } from '../assets.ts'
import { startPostgres, type EmbeddedPostgres } from '../embedded/postgres.ts'
import { connect } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'

declare module 'vitest' { export interface ProvidedContext { postgresUrl: string } }

export const TEMPLATE = 'draagvlak_template'
export const urlOf = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = path.join(serverFolder(), '..', '..', '.cache', `postgres-${project.name}-${process.pid}`)
  let server: EmbeddedPostgres | null = null
  if (!process.env.TEST_DATABASE_URL) server = await startPostgres({ folder, durable: true, log: () => {} })
  const url = process.env.TEST_DATABASE_URL ?? server!.url
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  // An open connection to a template makes cloning wait and then fail.
  const template = connect(urlOf(url, TEMPLATE), 1)
  await migrate(template.pool, path.join(serverFolder(), 'migrations'))
  await template.close()
  project.provide('postgresUrl', url)
  return async () => {
    await server?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
