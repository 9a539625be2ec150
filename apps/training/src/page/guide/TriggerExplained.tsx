import type { ExplainedTrigger } from "../../api.ts"

/** One trigger with its evidence and source, and whether chat says it. */
export const TriggerExplained = ({ trigger }: { readonly trigger: ExplainedTrigger }) => (
  <li>
    <p>
      <strong>{trigger.title}</strong>
      {trigger.isNew && <span className="badge">new</span>}
    </p>
    <p>
      {trigger.level === "must" ? "Must: " : "To consider: "}
      {trigger.action} ({trigger.owner}).
    </p>
    <p>Because: {trigger.because}</p>
    {!trigger.isSaidInChat && (
      <p className="kept-from-chat">Kept out of chat: its heading alone would say something about the child.</p>
    )}
    <details>
      <summary>Evidence and source</summary>
      <ul className="happened-list">
        {trigger.evidence.map((date) => (
          <li key={date}>Last seen {date}</li>
        ))}
      </ul>
      <p className="quiet">
        {trigger.source}
        {trigger.isVerified ? "" : ". This is a working number that nobody has confirmed."}
      </p>
    </details>
  </li>
)
