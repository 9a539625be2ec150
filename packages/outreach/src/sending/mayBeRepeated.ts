/** Beside a message that could not be recorded as sent: a person who reads it twice is told why. */
export const MAY_BE_REPEATED = "May have been sent before: it could not be recorded."
