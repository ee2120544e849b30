/** The calendar day where the coalition is. */
import { dayThere } from '../ui/dates.ts'

export const todayThere = (zone: string): string => dayThere(new Date().toISOString(), zone)
