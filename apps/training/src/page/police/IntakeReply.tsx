import { type ReactNode, useState } from "react"
import type { PoliceReply } from "../../api.ts"
import { explainReply, type FieldFault } from "./intakeReply.ts"

export type Send = (notification: Record<string, unknown>) => Promise<boolean>

interface IntakeReplyProps {
  readonly onNotify: (notification: Record<string, unknown>) => Promise<PoliceReply | string>
  readonly children: (send: Send, faults: ReadonlyArray<FieldFault>) => ReactNode
}

/** A form that sends notifications, with the intake's last answer to it shown below. */
export const IntakeReply = ({ onNotify, children }: IntakeReplyProps) => {
  const [reply, setReply] = useState<PoliceReply | string>()
  const [isBusy, setBusy] = useState(false)
  const explained = reply === undefined || typeof reply === "string" ? undefined : explainReply(reply)
  // One sentence is not said twice.
  const elsewhere = explained?.faults.filter(({ fault }) => fault !== explained.sentence) ?? []

  const send: Send = async (notification) => {
    if (isBusy) return false
    setBusy(true)
    const answer = await onNotify(notification)
    setBusy(false)
    setReply(answer)
    return typeof answer !== "string" && explainReply(answer).isAccepted
  }

  return (
    <section className="police-form">
      {children(send, explained?.faults ?? [])}
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
