/** The PDFs of a personal link: the text to read, and what was recorded. */
import { logoFor } from '@draagvlak/domain/consent'
import { nameOn } from '@draagvlak/domain/organisation'
import { workingEdition } from '@draagvlak/domain/statement'
import { m } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { momentInWords } from '../mail/dates.ts'
import { personsById } from '../people/persons.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { passageLabels, typeLine } from '../pdf/words.ts'
import { inFours } from '../statement/in-fours.ts'
import { answerFor } from '../sign-off/answering.ts'
import { answerInWords, logoInWords, ownWords } from '../sign-off/in-words.ts'
import { passagesOf } from '../statement/frozen.ts'
import type { Link } from './link.ts'

export async function textPdf(deps: Deps, { statement, dossier, version }: Link): Promise<Uint8Array> {
  const locale = statement.language
  return renderPdf({
    kind: 'draft', language: locale, coalition: dossier.coalition, typeLine: typeLine(statement.type, locale), passages: await passagesOf(deps, version.version),
    passageLabels: passageLabels(locale),
    labels: { draft: m.shared_pdf_draft({}, { locale }), explanation: m.shared_pdf_round_explanation({}, { locale }) },
    check: { fingerprintLabel: m.shared_pdf_fingerprint({}, { locale }), fingerprint: inFours(version.version.slice(0, 16)) },
  })
}

/** Null while there is no answer. */
export async function confirmationPdf(deps: Deps, { statement, dossier, organisation, version, person }: Link): Promise<Uint8Array | null> {
  const locale = person.language
  const answer = answerFor(statement, { organisationId: organisation.id, personId: person.id })
  if (!answer) return null
  const by = (await personsById(deps.connection.db, [answer.personId])).get(answer.personId)
  const consented = 'logo' in logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now: deps.now(), zone: dossier.zone })
  const head = (await deps.connection.db.selectFrom('events').select('hash').where('stream', '=', `statement/${statement.id}`).where('revision', '=', answer.revision).executeTakeFirst())?.hash ?? ''
  const passages = await passagesOf(deps, answer.version)
  const { reservations, exceptions, reason } = ownWords(answer, passages, locale)
  const line = (label: string, value: string) => ({ label, value })
  return renderPdf({
    kind: 'confirmation', language: locale, coalition: dossier.coalition, typeLine: typeLine(statement.type, locale), passages: await passagesOf(deps, version.version),
    labels: { title: m.shared_pdf_recorded({}, { locale }), text: m.shared_pdf_text({}, { locale }) },
    recorded: [
      line(m.shared_pdf_for({}, { locale }), nameOn(organisation, dayOf(answer.at))), line(m.shared_pdf_answer({}, { locale }), answerInWords(answer.answer, locale)),
      ...(reservations ? [line(m.shared_pdf_words({}, { locale }), reservations)] : []), ...(exceptions ? [line(m.shared_pdf_exceptions({}, { locale }), exceptions)] : []), ...(reason ? [line(m.shared_pdf_reason({}, { locale }), reason)] : []),
      line(m.shared_pdf_version({}, { locale }), m.shared_pdf_closing_version({ number: version.number }, { locale })),
      line(m.shared_pdf_logo({}, { locale }), logoInWords(consented ? 'consented' : 'refused', locale)), line(m.shared_pdf_by({}, { locale }), [by?.name, by?.function].filter(Boolean).join(', ')),
      line(m.shared_pdf_on({}, { locale }), momentInWords(answer.at, dossier.zone, locale)),
    ],
    check: { fingerprintLabel: m.shared_pdf_fingerprint({}, { locale }), fingerprint: inFours(version.version), chain: { label: m.public_seal({}, { locale }), value: inFours(head.slice(0, 16)) } },
  })
}
