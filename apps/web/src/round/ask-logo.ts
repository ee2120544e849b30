/** Where the coordinator is offered to ask for a logo: beside a partner whose logo could stand there and does not. The law has the last word. */
import type { BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'

export const mayAskLogo = ({ may }: Pick<StatementFull, 'may'>, { logo, state, organisation }: Pick<BoardRow, 'logo' | 'state' | 'organisation'>): boolean =>
  may.includes('ask-logo') && logo !== 'consented' && state !== 'declined' && state !== 'withdrawn' && state !== 'not-asked' && organisation.kind !== 'state-body'
