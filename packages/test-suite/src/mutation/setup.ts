import { configureGlobal } from "fast-check"

/** A property is asked this long of one mutant: most that it kills die at once, and few in the minutes after. */
const MILLISECONDS_A_PROPERTY = 150

configureGlobal({
  // A mutant is dead at the first counterexample: to shrink it to the smallest would be most of the time of a run.
  endOnFailure: true,
  interruptAfterTimeLimit: MILLISECONDS_A_PROPERTY,
  // So that what a test asks after its property (did every case come up?) is not asked of half a run; see `saysNothing`.
  markInterruptAsFailure: true
})
