/** How much a room takes from one client. */

export const MAXIMUM_MESSAGE = 1024 * 1024
/** What one text may take with all that was deleted in it: far beyond any paper with its history, and still less than what would hurt others. */
export const MAXIMUM_TEXT = 64 * 1024 * 1024
/** Why a gate refuses what would make a text hold more than it may: that is nobody's mistake, and closes as a text of too many bytes does. */
export const TEXT_IS_FULL = 'the text is full'
/** How long a state vector may be, in bytes: as many client ids as that no honest client knows. */
export const MAXIMUM_QUESTION = 256 * 1024
/** How many messages may hang on parts that the server has not seen before a connection answers what it has: so many letters nobody types while one question is under way. */
export const PATIENCE = 1_000
