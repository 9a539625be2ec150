/**
 * What the page and the training server say to each other about scenarios:
 * - `GET  /api/scenarios/file`       the file of the scenario `?id=` names, as {@link ScenarioFile}
 * - `GET  /api/scenarios/recorded`   what was done so far in this workspace, as {@link ScenarioFile}
 * - `POST /api/scenarios/open`       {@link OpenScenario} -> Done: wipes the workspace and opens it for the scenario
 * - `POST /api/scenarios/play`       {@link PlayScenario} -> Done
 * - `POST /api/scenarios/check`      nothing -> Done: the step was done by hand
 * - `POST /api/scenarios/leave`      nothing -> Done: the workspace stays as it is
 */

export interface ScenarioSummary {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly steps: number
}

export interface StepOutcome {
  readonly ok: boolean
  /** Why the step itself could not be done. */
  readonly problem?: string
  /** What was looked for, each with whether it was there. */
  readonly looked: ReadonlyArray<{ readonly ok: boolean; readonly sentence: string }>
}

export interface ShownStep {
  readonly tell: string
  /** How to do it by hand. */
  readonly byHand: string
  /** Who does it, and where: a conversation's name, `police` or `home`. */
  readonly as: string
  readonly in: string
  /** What must be seen after it. */
  readonly sees: ReadonlyArray<string>
  readonly outcome?: StepOutcome
}

export interface PlayedScenario extends Pick<ScenarioSummary, "id" | "title" | "why"> {
  readonly steps: ReadonlyArray<ShownStep>
  /** The step to be done now; as many as there are steps once all are done. */
  readonly next: number
}

export interface Scenarios {
  readonly available: ReadonlyArray<ScenarioSummary>
  readonly played?: PlayedScenario
}

export interface ScenarioFile {
  readonly name: string
  readonly text: string
}

/** One that comes with the workspace, by its id, or the text of a file. */
export type OpenScenario = { readonly id: string } | { readonly text: string }

export interface PlayScenario {
  readonly until: "next step" | "end"
}
