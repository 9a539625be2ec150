import { createContext, use } from "react"
import type {
  ActionRequest,
  CommandRequest,
  Done,
  ShortcutRequest,
  Suggestions,
  SuggestionsRequest,
  Workspace
} from "../../api.ts"

/** What any part of the page may need: who acts, who else there is, and how to tell the server. */
export interface Training {
  readonly workspace: Workspace
  readonly act: (request: ActionRequest) => Promise<Done>
  readonly suggest: (request: SuggestionsRequest) => Promise<Suggestions>
  readonly shortcut: (request: ShortcutRequest) => Promise<Done>
  readonly command: (request: CommandRequest) => Promise<Done>
}

export const TrainingContext = createContext<Training | undefined>(undefined)

export const useTrainingContext = (): Training => {
  const training = use(TrainingContext)
  if (training === undefined) throw new Error("This part of the page is shown only inside a loaded workspace")
  return training
}
