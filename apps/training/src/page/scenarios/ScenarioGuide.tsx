import { useState } from "react"
import type { Done } from "../../api.ts"
import type { Scenarios } from "../../scenarios/api.ts"
import { readScenarioFile } from "../server/trainingServer.ts"
import { ScenarioChoice } from "./ScenarioChoice.tsx"
import { ScenarioPlay, type ScenarioWays } from "./ScenarioPlay.tsx"

/** Hands a scenario to the browser as a download: one that comes with the workspace, or what was done in it so far. */
const shareFile = async (as: string, id: string | undefined): Promise<Done> => {
  const file = await readScenarioFile(as, id)
  if (typeof file === "string") return { ok: false, problem: file }
  const url = URL.createObjectURL(new Blob([file.text], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = url
  link.download = file.name
  link.click()
  URL.revokeObjectURL(url)
  return { ok: true }
}

interface ScenarioGuideProps extends ScenarioWays {
  readonly as: string
  readonly scenarios: Scenarios
}

/** Choosing a scenario, or the one that is being played. */
export const ScenarioGuide = ({ as, scenarios: { available, played }, ...ways }: ScenarioGuideProps) => {
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  /** One thing at a time: a step that is played twice would be two steps. */
  const ask = async (asking: () => Promise<Done>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const done = await asking()
    setBusy(false)
    setProblem(done.ok ? undefined : (done.problem ?? "That did not work, and the server did not say why."))
  }
  const share = (id: string | undefined) => void ask(() => shareFile(as, id))

  return (
    <>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {played === undefined ? (
        <ScenarioChoice
          available={available}
          isBusy={isBusy}
          onOpen={(asked) => ask(() => ways.onOpen(asked))}
          onShare={share}
        />
      ) : (
        <ScenarioPlay played={played} isBusy={isBusy} ask={ask} ways={ways} onShare={share} />
      )}
    </>
  )
}
