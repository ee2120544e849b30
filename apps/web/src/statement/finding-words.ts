/** A finding about the text as a sentence. */
import type { Finding, FindingCode, FindingParams } from '@draagvlak/editor/findings'
import { m } from '@draagvlak/messages/m'
import { kindName } from './passage-names.ts'

type Sentences = { [Code in FindingCode]: (params: FindingParams[Code]) => string }
const SENTENCES: Sentences = {
  'no-text': () => m.team_finding_no_text(), 'no-title': () => m.team_finding_no_title(), 'second-title': () => m.team_finding_second_title(),
  'title-too-long': ({ length, limit }) => m.team_finding_title_too_long({ length, limit }), 'empty-passage': ({ kind }) => m.team_finding_empty_passage({ kind: kindName(kind) }),
  'no-message': () => m.team_finding_no_message(), 'message-without-evidence': () => m.team_finding_without_evidence(), 'message-without-ask': () => m.team_finding_without_ask(),
  'evidence-before-message': () => m.team_finding_early_evidence(), 'ask-before-message': () => m.team_finding_early_ask(),
  'no-addressee': () => m.team_finding_no_addressee(), 'no-salutation': () => m.team_finding_no_salutation(), 'no-closing': () => m.team_finding_no_closing(), 'second-ask': () => m.team_finding_second_ask(),
  'over-budget': ({ words, budget }) => m.team_finding_over_budget({ over: words - budget }),
  'hyphen-at-line-end': ({ text }) => m.team_finding_hyphen({ text }), 'typed-count': ({ text }) => m.team_finding_typed_count({ text }), 'placeholder-left': ({ text }) => m.team_finding_placeholder({ text }),
}
export function findingWords<Code extends FindingCode>(finding: Extract<Finding, { code: Code }>): string {
  return (SENTENCES[finding.code] as (params: FindingParams[Code]) => string)(finding.params as FindingParams[Code])
}
