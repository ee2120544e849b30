/** Keys that mean something on the desk mean letters where one types. */

/** Whether a key press is meant for what one types in. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
