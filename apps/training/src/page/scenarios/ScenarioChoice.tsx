import { useId, useState } from "react"
import type { OpenScenario, ScenarioSummary } from "../../scenarios/api.ts"
import { Dialog } from "../modal/Dialog.tsx"

interface OpenDialogProps {
  readonly title: string
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A scenario has a workspace to itself, so what is there now is lost: that is asked about first. */
const OpenDialog = ({ title, onOpen, onClose }: OpenDialogProps) => (
  <Dialog role="alertdialog" title="Open this scenario?" onClose={onClose}>
    <div className="dialog-body">
      <p>
        <strong>{title}</strong>
      </p>
      <p>Everything done in this training workspace is thrown away, and it opens as the scenario begins.</p>
    </div>
    <div className="dialog-footer">
      <button type="button" className="button" onClick={onClose}>
        Keep what is here
      </button>
      <button type="button" className="button button-danger" onClick={onOpen}>
        Open the scenario
      </button>
    </div>
  </Dialog>
)

interface ScenarioChoiceProps {
  readonly available: ReadonlyArray<ScenarioSummary>
  readonly isBusy: boolean
  readonly onOpen: (asked: OpenScenario) => Promise<void>
  readonly onShare: (id: string | undefined) => void
}

interface ScenarioSelection {
  readonly title: string
  readonly asked: OpenScenario
}

export const ScenarioChoice = ({ available, isBusy, onOpen, onShare }: ScenarioChoiceProps) => {
  const [chosen, setChosen] = useState<ScenarioSelection>()
  const id = useId()

  const open = async ({ asked }: ScenarioSelection) => {
    setChosen(undefined)
    await onOpen(asked)
  }

  return (
    <>
      <p>
        A scenario is a story with a synthetic child, played against the real bot, in a workspace and at a time of its
        own. Play it step by step, do the steps yourself and have them checked, or watch it to the end.
      </p>
      <ul className="scenarios">
        {available.map(({ id: scenario, title, why, steps }) => (
          <li key={scenario} className="scenario">
            <h3>{title}</h3>
            <p>{why}</p>
            <div className="tour-ways">
              <button
                type="button"
                className="button button-primary"
                aria-disabled={isBusy}
                aria-label={`Open: ${title}`}
                onClick={() => setChosen({ title, asked: { id: scenario } })}
              >
                Open
              </button>
              <button
                type="button"
                className="button"
                aria-label={`Download as a file: ${title}`}
                onClick={() => onShare(scenario)}
              >
                Download
              </button>
              <span className="quiet">{steps} steps</span>
            </div>
          </li>
        ))}
      </ul>
      <h3>From a file</h3>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          Open a scenario that was shared
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={async ({ target }) => {
            const file = target.files?.[0]
            if (file === undefined) return
            const text = await file.text()
            // The same file can be chosen again after it was put right.
            target.value = ""
            setChosen({ title: file.name, asked: { text } })
          }}
        />
      </div>
      <h3>Share what you did</h3>
      <p>What was done in this workspace since it was opened, as a scenario that others can open and play.</p>
      <button type="button" className="button" onClick={() => onShare(undefined)}>
        Download what was done here
      </button>
      {chosen !== undefined && (
        <OpenDialog title={chosen.title} onOpen={() => void open(chosen)} onClose={() => setChosen(undefined)} />
      )}
    </>
  )
}
