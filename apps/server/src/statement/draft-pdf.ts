/** The draft on paper: says *concept* on every page and names nobody (E2). */
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Statement } from '@draagvlak/domain/statement'
import { readPassages } from '@draagvlak/editor/ydoc'
import { m } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { dateInWords } from '../mail/dates.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { passageLabels, typeLine } from '../pdf/words.ts'
import { loadDraft } from './draft.ts'

export async function draftPdf(deps: Deps, statement: Statement, dossier: Dossier): Promise<Uint8Array> {
  const locale = statement.language
  return renderPdf({
    kind: 'draft', language: locale, coalition: dossier.coalition, typeLine: typeLine(statement.type, locale), dateLine: dateInWords(deps.now(), dossier.zone, locale),
    passages: readPassages(await loadDraft(deps.connection.db, statement.id, deps.steps)),
    passageLabels: passageLabels(locale),
    labels: { draft: m.shared_pdf_draft({}, { locale }), explanation: m.shared_pdf_draft_explanation({}, { locale }) },
  })
}
