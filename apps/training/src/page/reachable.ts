/** For what scrolls: it must be reachable by keyboard, or it cannot be scrolled without a mouse. */
export const REACHABLE = { tabIndex: 0 }
