import { useState } from "react"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import { type LaterNews, laterNotification, type News } from "./notification.ts"
import { PoliceField, PoliceTextField } from "./PoliceField.tsx"
import { type Notify, PoliceForm } from "./PoliceForm.tsx"

interface LaterNewsFormProps {
  readonly now: number
  /** The report made last, which the news is most likely about. */
  readonly about: { readonly policeReference: string; readonly childReference: string }
  readonly onNotify: Notify
}

const KINDS: ReadonlyArray<{ readonly kind: News; readonly text: string; readonly send: string }> = [
  { kind: "found", text: "Found", send: "Report found" },
  { kind: "returned", text: "Returned", send: "Report returned" },
  { kind: "cancelled", text: "Cancelled", send: "Cancel the report" }
]

export const LaterNewsForm = ({ now, about, onNotify }: LaterNewsFormProps) => {
  // The time is left out until it is set, and goes on with training time until then.
  const [draft, setDraft] = useState<Omit<LaterNews, "at"> & Partial<Pick<LaterNews, "at">>>({
    ...about,
    kind: "found",
    reason: ""
  })
  const set = (change: Partial<LaterNews>) => setDraft({ ...draft, ...change })
  const news: LaterNews = { at: now, ...draft }

  return (
    <PoliceForm
      title="Tell what happened since"
      send={KINDS.find(({ kind }) => kind === news.kind)?.send ?? "Report"}
      notification={() => laterNotification(news, now)}
      onNotify={onNotify}
    >
      {(id, faults) => (
        <>
          <fieldset className="field">
            <legend className="field-label">What happened</legend>
            <div className="choices choices-row">
              {KINDS.map(({ kind, text }) => (
                <label key={kind} className="choice">
                  <input type="radio" name={`${id}-kind`} checked={news.kind === kind} onChange={() => set({ kind })} />
                  <span>{text}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <PoliceTextField
            id={`${id}-police`}
            field="policeReference"
            faults={faults}
            value={news.policeReference}
            onValue={(policeReference) => set({ policeReference })}
          />
          <PoliceTextField
            id={`${id}-child`}
            field="child.reference"
            faults={faults}
            value={news.childReference}
            onValue={(childReference) => set({ childReference })}
          />
          {news.kind === "cancelled" ? (
            <PoliceTextField
              id={`${id}-reason`}
              field="reason"
              hint="A short phrase. It is kept, never posted to a channel."
              faults={faults}
              value={news.reason}
              onValue={(reason) => set({ reason })}
            />
          ) : (
            <PoliceField id={`${id}-at`} field={`${news.kind}At`} faults={faults}>
              {(aria) => <DateTimeField {...aria} moment={news.at} onMoment={(at) => set({ at })} />}
            </PoliceField>
          )}
        </>
      )}
    </PoliceForm>
  )
}
