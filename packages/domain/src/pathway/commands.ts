/** What a person or a system asks for. `decide` answers each with events or a refusal. */

import type { CircumstanceCommand } from "./commands/circumstanceCommands.ts"
import type { CorrectionCommand } from "./commands/correctionCommands.ts"
import type { EndingCommand } from "./commands/endingCommands.ts"
import type { InterviewCommand } from "./commands/interviewCommands.ts"
import type { OpeningCommand } from "./commands/openingCommands.ts"
import type { ResponsibilityCommand } from "./commands/responsibilityCommands.ts"

export type * from "./commands/circumstanceCommands.ts"
export type * from "./commands/correctionCommands.ts"
export type * from "./commands/endingCommands.ts"
export type * from "./commands/interviewCommands.ts"
export type * from "./commands/openingCommands.ts"
export type * from "./commands/responsibilityCommands.ts"

/** Whatever can be asked for. Times are epoch milliseconds; ids come from the caller. */
export type Command =
  | OpeningCommand
  | InterviewCommand
  | ResponsibilityCommand
  | CorrectionCommand
  | EndingCommand
  | CircumstanceCommand
