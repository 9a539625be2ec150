import { type ReactNode, useId, useState } from "react"
import type { PoliceReply } from "../../api.ts"
import { explainReply, type FieldFault } from "./intakeReply.ts"

export type Notify = (notification: Record<string, unknown>) => Promise<PoliceReply | string>

interface PoliceFormProps {
  readonly title: string
  /** What the button that sends it says. */
  readonly send: string
  /** The notification as filled in so far. */
  readonly notification: () => Record<string, unknown>
  readonly onNotify: Notify
  readonly onAccepted?: () => void
  /** The fields; each says what the intake found wrong with it. */
  readonly children: (id: string, faults: ReadonlyArray<FieldFault>) => ReactNode
}

/** A form that sends notifications, with the intake's last answer to it shown below. */
export const PoliceForm = ({ title, send, notification, onNotify, onAccepted, children }: PoliceFormProps) => {
  const [reply, setReply] = useState<PoliceReply | string>()
  const [isBusy, setBusy] = useState(false)
  const id = useId()
  const explained = reply === undefined || typeof reply === "string" ? undefined : explainReply(reply)
  // One sentence is not said twice.
  const elsewhere = explained?.faults.filter(({ fault }) => fault !== explained.sentence) ?? []

  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await onNotify(notification())
    setBusy(false)
    setReply(answer)
    if (typeof answer !== "string" && explainReply(answer).isAccepted) onAccepted?.()
  }

  return (
    <section className="police-form">
      <form
        noValidate
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {children(id, explained?.faults ?? [])}
        <button type="submit" className="button button-primary" aria-disabled={isBusy}>
          {send}
        </button>
      </form>
      {typeof reply === "string" && (
        <p className="problem" role="alert">
          {reply}
        </p>
      )}
      {explained !== undefined && reply !== undefined && typeof reply !== "string" && (
        <div className={explained.isAccepted ? "reply reply-accepted" : "reply problem"} role="status">
          <p>
            <strong>{reply.status}</strong> {explained.sentence}
          </p>
          {elsewhere.length > 0 && (
            <ul>
              {elsewhere.map(({ field, fault }) => (
                <li key={`${field} ${fault}`}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}
