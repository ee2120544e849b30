/** Home: what waits for this person, and what every statement waits for. */
import type { AnswerOf } from '@draagvlak/api/endpoint'
import type { seeHome } from '@draagvlak/api/desk'
import { access, whyNot, type Situation } from '@draagvlak/domain/access'
import { boardOf } from '@draagvlak/domain/board'
import { logoFor } from '@draagvlak/domain/consent'
import { isPartner, type Dossier } from '@draagvlak/domain/dossier'
import { declinedInvitations } from '@draagvlak/domain/invitation'
import { streamOf, type Instant } from '@draagvlak/domain/events'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import { askedPersons } from '@draagvlak/domain/rounds'
import { lastRound, phaseOf, workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { organisationsOf, participantsOf } from '../dossier/coalition.ts'
import { statementsOf } from '../dossier/views.ts'
import type { Caller } from '../people/caller.ts'
import { briefOf, passagesNow } from './views.ts'

type Home = AnswerOf<typeof seeHome>
type ForMe = Home['forMe'][number]

export async function homeOf(deps: Deps, caller: Caller, now: Instant): Promise<Home> {
  const { organisationId } = caller.who
  const organisation = organisationId ? await deps.events.state(streamOf.organisation(organisationId)) : null
  const rows = organisationId ? await deps.connection.db.selectFrom('dossier_partners').innerJoin('dossier_list', 'dossier_list.id', 'dossier_partners.dossier_id').where('organisation_id', '=', organisationId).where('archived', '=', false).select('dossier_id').execute() : []
  const dossiers = [...(await deps.events.states(rows.map((row) => streamOf.dossier(row.dossier_id)))).values()].filter((dossier) => isPartner(dossier, organisationId!))
  const forMe: ForMe[] = []
  const statements: Home['statements'] = []
  for (const dossier of dossiers) {
    const organisations = await organisationsOf(deps.events, dossier)
    const here = (await statementsOf(deps, dossier.id)).filter((statement) => statement.archivedAt === null)
    forMe.push(...dossierWaits(caller, dossier, here, { organisation, dossier, statement: null, now }, organisations))
    for (const statement of here) {
      const situation: Situation = { organisation, dossier, statement, now }
      if (whyNot('read-draft', caller.who, situation) !== null) continue
      forMe.push(...await statementWaits(deps, caller, situation as Around))
      statements.push({ statement: await briefOf(deps, statement, dossier, organisations, now), waitsFor: await waitsFor(deps, caller, situation as Around, organisations) })
    }
  }
  return {
    forMe: forMe.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')), statements, dossiers: dossiers.length,
    mayOpenDossier: whyNot('open-dossier', caller.who, { organisation, dossier: dossiers.find((dossier) => dossier.leaders.some((leader) => leader.personId === caller.who.personId && leader.role === 'coordinator')) ?? null, statement: null, now }) === null,
  }
}

interface Around extends Situation { readonly statement: Statement; readonly dossier: Dossier }

/** A coordinator with an empty dossier has one next step at a time; an invitation that was declined waits besides. */
function dossierWaits(caller: Caller, dossier: Dossier, statements: readonly Statement[], situation: Situation, organisations: readonly Organisation[]): ForMe[] {
  const item = (what: ForMe['what'], about: string | null = null): ForMe => ({ what, statementId: null, dossierId: dossier.id, title: dossier.title, about, due: null })
  const mayInvite = whyNot('invite-partner', caller.who, situation) === null
  const declined = mayInvite ? declinedInvitations(dossier).map((one) => item('invitation-declined', nameOn(organisations.find((other) => other.id === one.organisationId)!, dayOf(situation.now)))) : []
  return [...declined, ...nextStep(caller, dossier, statements, situation, item)]
}

function nextStep(caller: Caller, dossier: Dossier, statements: readonly Statement[], situation: Situation, item: (what: ForMe['what']) => ForMe): ForMe[] {
  if (whyNot('invite-partner', caller.who, situation) === null && dossier.partners.filter((partner) => partner.ended === null).length < 2) return [item('invite-partners')]
  return whyNot('start-statement', caller.who, situation) === null && statements.length === 0 ? [item('start-statement')] : []
}

async function statementWaits(deps: Deps, caller: Caller, situation: Around): Promise<ForMe[]> {
  const { statement, organisation, dossier, now } = situation
  const may = new Set(access(caller.who, situation))
  const round = lastRound(statement)
  const item = (what: ForMe['what'], due: Instant | null = null, about: string | null = null): ForMe => ({ what, statementId: statement.id, dossierId: dossier.id, title: statement.title, about, due })
  const items: ForMe[] = []
  const row = organisation ? boardOf(statement, [organisation], { viewer: { organisationId: organisation.id, secretariat: false }, now, dossier, passages: await passagesNow(deps, statement) })[0] : undefined
  if (row && may.has('answer') && round?.status === 'open') {
    if (row.waitsFor?.for === 'answer' || row.waitsFor?.for === 'discussion') items.push(item('answer', round.dates.answerBy))
    if (row.waitsFor?.for === 'reconfirmation') items.push(item('reconfirm', round.dates.answerBy))
    if (row.waitsFor?.for === 'ratification') items.push(item('ratify', round.dates.answerBy))
    if (row.waitsFor?.for === 'telephone-confirmation') items.push(item('confirm-telephone', round.dates.answerBy))
    const carries = row.seen.state === 'agreed' || row.seen.state === 'reserved'
    if (organisation && carries && may.has('give-consent') && 'because' in logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now, zone: dossier.zone }) && !row.seen.answer?.reservations.some((one) => one.kind === 'form')) items.push(item('logo', round.dates.closesAt))
  }
  if (may.has('ask-person') && round?.status === 'open') for (const named of round.named) if (named.personId && isPartner(dossier, named.organisationId) && askedPersons(round, named.organisationId).length === 0) items.push(item('invite-named', round.dates.answerBy))
  if (may.has('close-round') && round?.status === 'open' && now >= round.dates.closesAt) items.push(item('close-round', round.dates.closesAt))
  if (may.has('adopt')) items.push(item('adopt'))
  if (may.has('publish')) items.push(item('publish'))
  if (may.has('admit-late') && Object.values(statement.positions).some((position) => position.late.length > 0 && isPartner(dossier, position.organisationId))) items.push(item('admit-late'))
  return items
}

/** Nothing waits for who left the dossier or takes no part. */
async function waitsFor(deps: Deps, caller: Caller, { statement, dossier, organisation, now }: Around, organisations: readonly Organisation[]): Promise<Home['statements'][number]['waitsFor']> {
  const nobody = { names: [], more: 0, me: false }
  const mine = (role: 'coordinator' | 'final-editor') => dossier.leaders.some((leader) => leader.role === role && leader.personId === caller.who.personId)
  switch (phaseOf(statement)) {
    case 'concept': return { what: 'writers', ...nobody }
    case 'round-closed':
    case 'adopted': return { what: 'final-editor', ...nobody, me: mine('final-editor') }
    case 'published':
    case 'stopped': return { what: 'nobody', ...nobody }
    case 'in-round': {
      const here = participantsOf(statement, dossier, organisations, now)
      const rows = boardOf(statement, here, { viewer: { organisationId: organisation?.id ?? null, secretariat: mine('coordinator') }, now, dossier, passages: await passagesNow(deps, statement) })
      const waiting = rows.filter((row) => row.group === 'waiting' || row.group === 'reconfirm').map((row) => here.find((one) => one.id === row.organisationId)!)
      if (waiting.length === 0) return { what: 'coordinator', ...nobody, me: mine('coordinator') }
      // *You* stands for the organisation only where this person can do what it waits for.
      const me = waiting.some((one) => one.id === organisation?.id) && whyNot('answer', caller.who, { organisation, dossier, statement, now }) === null
      const others = me ? waiting.filter((one) => one.id !== organisation?.id) : waiting
      return { what: 'partners', names: others.slice(0, 2).map((one) => nameOn(one, dayOf(now))), more: Math.max(0, others.length - 2), me }
    }
  }
}
