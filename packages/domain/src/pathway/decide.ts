import type { Command } from "./commands.ts"
import { assignInterview } from "./decisions/assignInterview.ts"
import type { Decision, DecisionContext } from "./decisions/decision.ts"
import { logInterview } from "./decisions/logInterview.ts"
import { receiveNotification } from "./decisions/receiveNotification.ts"
import { recordFound } from "./decisions/recordFound.ts"
import { recordReturned } from "./decisions/recordReturned.ts"
import type { ChildState } from "./state.ts"

/**
 * What a command comes to on this child's state: events to record, in order, or a refusal in words. Pure: the
 * same state, command and `now` always give the same answer.
 */
export const decide = (state: ChildState, command: Command, context: DecisionContext): Decision => {
  switch (command._tag) {
    case "ReceiveNotification":
      return receiveNotification(state, command, context)
    case "RecordFound":
      return recordFound(state, command, context)
    case "RecordReturned":
      return recordReturned(state, command, context)
    case "AssignInterview":
      return assignInterview(state, command)
    case "LogInterview":
      return logInterview(state, command, context)
  }
}
