/** A made-up case to learn and to test with; no part of what a council runs. */
export { type SyntheticCase, type SyntheticStage, syntheticCase } from "./syntheticCase.ts"
