import { useState } from "react"
import { useTrainingTime } from "../clock/useTrainingTime.ts"
import { LaterNewsForm } from "./LaterNewsForm.tsx"
import { MissingReportForm } from "./MissingReportForm.tsx"
import type { Notify } from "./PoliceForm.tsx"

interface PolicePanelProps {
  /** Training time as the server last said it. */
  readonly said: string
  readonly isRunning: boolean
  readonly onNotify: Notify
}

/** What the police and the MASH see of this: not Slack, but their own system sending notifications to the intake. */
export const PolicePanel = ({ said, isRunning, onNotify }: PolicePanelProps) => {
  const now = useTrainingTime(said, isRunning)
  const [lastReported, setLastReported] = useState({ policeReference: "", childReference: "" })
  return (
    <>
      <header className="pane-header">
        <h1>Police and MASH</h1>
        <p className="pane-about">Sends notifications to the intake, as the police system would</p>
      </header>
      <div className="police">
        <MissingReportForm now={now} onNotify={onNotify} onReported={setLastReported} />
        <LaterNewsForm key={lastReported.policeReference} now={now} about={lastReported} onNotify={onNotify} />
      </div>
    </>
  )
}
