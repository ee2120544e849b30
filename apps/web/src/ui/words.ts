/** The words for what the contract names: complete, or it does not compile. */
import type { DossierBrief, KnownTheme } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import type { StatementBrief } from '@draagvlak/api/statement'
import { BODY_KINDS } from '@draagvlak/domain/body-kind'
import { m } from '@draagvlak/messages/m'

type Words<K extends string> = Readonly<Record<K, () => string>>

export const TYPE_WORDS = {
  'key-messages': m.shared_type_key_messages, 'position-paper': m.shared_type_position_paper, 'open-letter': m.shared_type_open_letter,
} as const satisfies Words<StatementBrief['type']>

export const KIND_WORDS = {
  'umbrella': m.shared_kind_umbrella, 'branche-organisation': m.shared_kind_branche_organisation, 'professional-association': m.shared_kind_professional_association,
  'national-member': m.shared_kind_national_member, 'local-member': m.shared_kind_local_member, 'knowledge-institute': m.shared_kind_knowledge_institute, 'fund': m.shared_kind_fund,
  'company': m.shared_kind_company, 'housing-corporation': m.shared_kind_housing_corporation, 'municipality': m.shared_kind_municipality, 'province': m.shared_kind_province,
  'water-board': m.shared_kind_water_board, 'state-body': m.shared_kind_state_body, 'medium': m.shared_kind_medium, 'other': m.shared_kind_other,
} as const satisfies Words<OrganisationBrief['kind']>

/** In a list to choose from, the last one says what it is for. */
export const kindChoices = () => BODY_KINDS.map((value) => ({ value, label: value === 'other' ? m.team_organisation_kind_other() : atStart(KIND_WORDS[value]()) }))

export const REACH_WORDS = { national: m.shared_reach_national, regional: m.shared_reach_regional, local: m.shared_reach_local } as const satisfies Words<OrganisationBrief['reach']>

export const THEME_WORDS = {
  'social-base-and-prevention': m.shared_theme_social_base_and_prevention, 'poverty-and-debt': m.shared_theme_poverty_and_debt, 'youth-and-parenting': m.shared_theme_youth_and_parenting,
  'inclusion-and-participation': m.shared_theme_inclusion_and_participation, 'politics-and-lobby': m.shared_theme_politics_and_lobby, 'social-and-healthy': m.shared_theme_social_and_healthy,
  'social-work-in-the-neighbourhood': m.shared_theme_social_work_in_the_neighbourhood,
} as const satisfies Words<KnownTheme>
export const themeWords = (theme: DossierBrief['theme']): string => (typeof theme === 'string' ? THEME_WORDS[theme]() : theme.own)

export type Right = 'write' | 'propose' | 'read-along' | 'observe'
export const RIGHTS = ['write', 'propose', 'read-along', 'observe'] as const satisfies readonly Right[]
export const RIGHT_WORDS = { 'write': m.shared_right_write, 'propose': m.shared_right_propose, 'read-along': m.shared_right_read_along, 'observe': m.shared_right_observe } as const satisfies Words<Right>
export const RIGHT_HINTS = { 'write': m.shared_right_write_hint, 'propose': m.shared_right_propose_hint, 'read-along': m.shared_right_read_along_hint, 'observe': m.shared_right_observe_hint } as const satisfies Words<Right>

export const ROLE_WORDS = { 'coordinator': m.shared_role_coordinator, 'final-editor': m.shared_role_final_editor, 'mandate-holder': m.shared_role_mandate_holder, 'logo-manager': m.shared_role_logo_manager } as const satisfies Words<'coordinator' | 'final-editor' | 'mandate-holder' | 'logo-manager'>
export const PARTNER_ROLE_WORDS = { partner: m.shared_partner_role_partner, addressee: m.shared_partner_role_addressee, target: m.shared_partner_role_target } as const satisfies Words<'partner' | 'addressee' | 'target'>

/** First letter as a capital, for a word at the start of a line; never for names of organisations. *Eén* keeps the accent that is needed and no more, as the texts write it. */
export const atStart = (word: string): string => word.replace(/^éé/, 'eé').replace(/^./u, (letter) => letter.toLocaleUpperCase())
