/** Words that stand on every sheet. */
import type { Language, StatementType } from '@draagvlak/domain/passage'
import { m } from '@draagvlak/messages/m'

const TYPES = { 'key-messages': m.shared_type_key_messages, 'position-paper': m.shared_type_position_paper, 'open-letter': m.shared_type_open_letter } as const satisfies Record<StatementType, unknown>
export const typeLine = (type: StatementType, locale: Language): string => TYPES[type]({}, { locale })

/** What stands above evidence and above an ask: the same words in PDF, page and mail. */
export const passageLabels = (locale: Language) => ({ evidence: m.shared_passage_evidence({}, { locale }), ask: m.shared_passage_ask({}, { locale }) })
