import { useId, useState } from "react"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import type { Send } from "./IntakeReply.tsx"
import type { FieldFault } from "./intakeReply.ts"
import { freshPoliceReference, type MissingReport, missingNotification } from "./notification.ts"
import { PoliceField } from "./PoliceField.tsx"

interface MissingReportFormProps {
  readonly now: number
  readonly faults: ReadonlyArray<FieldFault>
  readonly onSend: Send
  readonly onReported: (report: { readonly policeReference: string; readonly childReference: string }) => void
}

const CHOICES = {
  absence: [
    { value: "missing", text: "Missing" },
    { value: "away", text: "Away from placement without authorisation" }
  ],
  missingFrom: [
    { value: "care", text: "Care" },
    { value: "home", text: "Home" }
  ],
  risk: [
    { value: "no-apparent", text: "No apparent risk" },
    { value: "low", text: "Low" },
    { value: "medium", text: "Medium" },
    { value: "high", text: "High" }
  ]
} as const

const TWO_HOURS_MS = 2 * 60 * 60_000

/** The two times are left out until somebody sets them, and go on with training time until then. */
type Draft = Omit<MissingReport, "missingAt" | "reportedAt"> & Partial<Pick<MissingReport, "missingAt" | "reportedAt">>

const freshDraft = (now: number, childReference: string): Draft => ({
  policeReference: freshPoliceReference(now, Math.random()),
  childReference,
  absence: "missing",
  missingFrom: "care",
  risk: "medium"
})

export const MissingReportForm = ({ now, faults, onSend, onReported }: MissingReportFormProps) => {
  const [draft, setDraft] = useState(() => freshDraft(now, ""))
  const id = useId()
  const set = (change: Partial<MissingReport>) => setDraft({ ...draft, ...change })
  const report: MissingReport = { missingAt: now - TWO_HOURS_MS, reportedAt: now, ...draft }

  const send = async () => {
    if (!(await onSend(missingNotification(report, now)))) return
    onReported(report)
    setDraft(freshDraft(now, report.childReference))
  }

  return (
    <form
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2 id={`${id}-title`}>Report a child missing</h2>
      <PoliceField id={`${id}-police`} field="policeReference" faults={faults}>
        {(aria) => (
          <input
            {...aria}
            autoComplete="off"
            value={report.policeReference}
            onChange={({ target }) => set({ policeReference: target.value })}
          />
        )}
      </PoliceField>
      <PoliceField
        id={`${id}-child`}
        field="child.reference"
        hint="The case system’s reference, such as LCS-10432. Never a name."
        faults={faults}
      >
        {(aria) => (
          <input
            {...aria}
            autoComplete="off"
            value={report.childReference}
            onChange={({ target }) => set({ childReference: target.value })}
          />
        )}
      </PoliceField>
      {(["absence", "missingFrom", "risk"] as const).map((field) => (
        <PoliceField key={field} id={`${id}-${field}`} field={field} faults={faults}>
          {(aria) => (
            <select {...aria} value={report[field]} onChange={({ target }) => set({ [field]: target.value })}>
              {CHOICES[field].map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </PoliceField>
      ))}
      <PoliceField id={`${id}-missing`} field="missingAt" faults={faults}>
        {(aria) => <DateTimeField {...aria} moment={report.missingAt} onMoment={(missingAt) => set({ missingAt })} />}
      </PoliceField>
      <PoliceField id={`${id}-reported`} field="reportedAt" faults={faults}>
        {(aria) => (
          <DateTimeField {...aria} moment={report.reportedAt} onMoment={(reportedAt) => set({ reportedAt })} />
        )}
      </PoliceField>
      <button type="submit" className="button button-primary">
        Report missing
      </button>
    </form>
  )
}
