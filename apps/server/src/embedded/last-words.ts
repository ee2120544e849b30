/** Why PostgreSQL ended, in its own words: the last fault in what it said that is about itself and not about a visitor. */
export const lastWords = (said: string): string | null => [...said.matchAll(/(?:PANIC|FATAL): +(.*)/g)].map(([, words]) => words!)
  .findLast((words) => !/recovery mode|not yet accepting|starting up|shutting down|terminating connection|password authentication/.test(words)) ?? null
