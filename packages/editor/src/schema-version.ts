/** The number of the schema: raised with every change to what a text may hold, together with a step in schema-steps.ts (FORMAT.md has the history). */
export const SCHEMA_VERSION = 1
