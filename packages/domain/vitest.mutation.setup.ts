import { configureGlobal } from "fast-check"

// A mutant is dead at the first counterexample: to shrink it to the smallest would be most of the time of a run.
configureGlobal({ endOnFailure: true })
