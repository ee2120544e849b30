/** The statement as it is with what was just recorded, before anybody else can read it. */
import { applyStatement, type Statement } from '@draagvlak/domain/statement'
import type { AnyRecorded } from '../store/events.ts'

export const after = (statement: Statement, recorded: readonly AnyRecorded[]): Statement =>
  recorded.reduce<Statement>((state, event) => applyStatement(state, event as never) ?? state, statement)
