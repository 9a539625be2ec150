import { useId, useState } from "react"
import { DateTimeField } from "../fields/DateTimeField.tsx"
import type { Send } from "./IntakeReply.tsx"
import type { FieldFault } from "./intakeReply.ts"
import { type LaterNews, laterNotification, type News } from "./notification.ts"
import { PoliceField } from "./PoliceField.tsx"

interface LaterNewsFormProps {
  readonly now: number
  /** The report made last, which the news is most likely about. */
  readonly about: { readonly policeReference: string; readonly childReference: string }
  readonly faults: ReadonlyArray<FieldFault>
  readonly onSend: Send
}

const KINDS: ReadonlyArray<{ readonly kind: News; readonly text: string; readonly send: string }> = [
  { kind: "found", text: "Found", send: "Report found" },
  { kind: "returned", text: "Returned", send: "Report returned" },
  { kind: "cancelled", text: "Cancelled", send: "Cancel the report" }
]

export const LaterNewsForm = ({ now, about, faults, onSend }: LaterNewsFormProps) => {
  // The time is left out until somebody sets it, and goes on with training time until then.
  const [draft, setDraft] = useState<Omit<LaterNews, "at"> & Partial<Pick<LaterNews, "at">>>({
    ...about,
    kind: "found",
    reason: ""
  })
  const id = useId()
  const set = (change: Partial<LaterNews>) => setDraft({ ...draft, ...change })
  const news: LaterNews = { at: now, ...draft }
  const words = KINDS.find(({ kind }) => kind === news.kind)

  return (
    <form
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void onSend(laterNotification(news, now))
      }}
    >
      <h2 id={`${id}-title`}>Tell what happened since</h2>
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
      <PoliceField id={`${id}-police`} field="policeReference" faults={faults}>
        {(aria) => (
          <input
            {...aria}
            autoComplete="off"
            value={news.policeReference}
            onChange={({ target }) => set({ policeReference: target.value })}
          />
        )}
      </PoliceField>
      <PoliceField id={`${id}-child`} field="child.reference" faults={faults}>
        {(aria) => (
          <input
            {...aria}
            autoComplete="off"
            value={news.childReference}
            onChange={({ target }) => set({ childReference: target.value })}
          />
        )}
      </PoliceField>
      {news.kind === "cancelled" ? (
        <PoliceField
          id={`${id}-reason`}
          field="reason"
          hint="A short phrase. It is kept, never posted to a channel."
          faults={faults}
        >
          {(aria) => (
            <input
              {...aria}
              autoComplete="off"
              value={news.reason}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </PoliceField>
      ) : (
        <PoliceField id={`${id}-at`} field={`${news.kind}At`} faults={faults}>
          {(aria) => <DateTimeField {...aria} moment={news.at} onMoment={(at) => set({ at })} />}
        </PoliceField>
      )}
      <button type="submit" className="button button-primary">
        {words?.send}
      </button>
    </form>
  )
}
