/** Dates and times as they are typed: a day and a time of day in the zone of the dossier; a day alone is its end (L5). */
import { endOfDay, dayIn, momentIn, timeIn } from '@draagvlak/domain/deadline'

export interface TypedMoment { readonly day: string; /** Empty: the end of the day. */ readonly time: string }

export const NO_MOMENT: TypedMoment = { day: '', time: '' }

/** Null where no day was typed. */
export const momentOf = ({ day, time }: TypedMoment, zone: string): string | null => (day === '' ? null : time === '' ? endOfDay(day, zone) : momentIn(day, time, zone))

export function typedOf(at: string | null, zone: string): TypedMoment {
  if (at === null) return NO_MOMENT
  const day = dayIn(at, zone)
  return { day, time: endOfDay(day, zone) === at ? '' : timeIn(at, zone) }
}
