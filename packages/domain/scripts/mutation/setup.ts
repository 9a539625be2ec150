import { configureGlobal } from "fast-check"

/** A property is asked this long of one mutant: most that it kills die at once, and few in the minutes after. */
const MILLISECONDS_A_PROPERTY = 150

// A mutant is dead at the first counterexample: to shrink it to the smallest would be most of the time of a run.
configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: MILLISECONDS_A_PROPERTY })
