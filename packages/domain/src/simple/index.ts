/** For those who have only text and plain objects: no Option, no Result, no brand, and nothing to install beside it but effect. */
export type { SimpleAnswer, SimpleFault } from "./answer.ts"
export { type Deadlines, deadlines } from "./deadlines.ts"
export { type EpisodeLine, type RecordedCommand, recordCommand } from "./recordCommand.ts"
export { type TriggerLine, triggers } from "./triggers.ts"
