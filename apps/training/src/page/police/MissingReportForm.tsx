import { useState } from "react"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import { freshPoliceReference, type MissingReport, missingNotification } from "./notification.ts"
import { PoliceField, PoliceTextField } from "./PoliceField.tsx"
import { type Notify, PoliceForm } from "./PoliceForm.tsx"

interface MissingReportFormProps {
  readonly now: number
  readonly onNotify: Notify
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
    { value: "high", text: "High" },
    { value: "not-graded", text: "Not graded yet" }
  ]
} as const

const TWO_HOURS_MS = 2 * 60 * 60_000

/** The two times are left out until they are set, and go on with training time until then. */
type Draft = Omit<MissingReport, "missingAt" | "reportedAt"> & Partial<Pick<MissingReport, "missingAt" | "reportedAt">>

const freshDraft = (now: number, childReference: string): Draft => ({
  policeReference: freshPoliceReference(now, Math.random()),
  childReference,
  absence: "missing",
  missingFrom: "care",
  risk: "medium"
})

export const MissingReportForm = ({ now, onNotify, onReported }: MissingReportFormProps) => {
  const [draft, setDraft] = useState(() => freshDraft(now, ""))
  const set = (change: Partial<MissingReport>) => setDraft({ ...draft, ...change })
  const report: MissingReport = { missingAt: now - TWO_HOURS_MS, reportedAt: now, ...draft }

  return (
    <PoliceForm
      title="Report a child missing"
      send="Report missing"
      notification={() => missingNotification(report, now)}
      onNotify={onNotify}
      onAccepted={() => {
        onReported(report)
        setDraft(freshDraft(now, report.childReference))
      }}
    >
      {(id, faults) => (
        <>
          <PoliceTextField
            id={`${id}-police`}
            field="policeReference"
            faults={faults}
            value={report.policeReference}
            onValue={(policeReference) => set({ policeReference })}
          />
          <PoliceTextField
            id={`${id}-child`}
            field="child.reference"
            hint="The case system’s reference, such as LCS-10432. Never a name."
            faults={faults}
            value={report.childReference}
            onValue={(childReference) => set({ childReference })}
          />
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
          {(["missingAt", "reportedAt"] as const).map((field) => (
            <PoliceField key={field} id={`${id}-${field}`} field={field} faults={faults}>
              {(aria) => <DateTimeField {...aria} moment={report[field]} onMoment={(at) => set({ [field]: at })} />}
            </PoliceField>
          ))}
        </>
      )}
    </PoliceForm>
  )
}
